package kr.nairl.platform.core.lab;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind the front door: the sub-projects by number, the partners by name, as far as the reader may see them.
 *
 * @param researchers how many researchers have a page
 */
public record Lobby(List<SubProject> subProjects, List<Partner> partners, int researchers) {

    public Lobby {
        subProjects = List.copyOf(subProjects);
        partners = List.copyOf(partners);
    }

    /** @param institutions their names, the leading one first */
    public record SubProject(
            int number,
            LocalizedText title,
            LocalizedText summary,
            @Nullable Investigator investigator,
            List<LocalizedText> institutions) {
        public SubProject {
            institutions = List.copyOf(institutions);
        }
    }

    public record Investigator(String slug, LocalizedText name) {}

    public record Partner(String slug, LocalizedText name, LocalizedText sector, boolean fictional) {}
}
