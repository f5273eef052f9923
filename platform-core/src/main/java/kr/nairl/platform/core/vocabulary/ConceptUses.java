package kr.nairl.platform.core.vocabulary;

/**
 * How often a concept is used, as far as the reader may see.
 *
 * @param interests open interests of companies
 * @param areas research areas
 */
public record ConceptUses(int interests, int researchers, int areas, int results, int subProjects) {

    public boolean isEmpty() {
        return interests + researchers + areas + results + subProjects == 0;
    }
}
