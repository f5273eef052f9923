package kr.nairl.platform.core.matching;

/**
 * What a score was computed with; matches of different versions are not comparable.
 *
 * @param engine version of the method and its weights
 * @param glossary {@linkplain kr.nairl.platform.core.vocabulary.Glossary#digest() digest} of the glossary
 */
public record EngineVersion(String engine, String glossary) {

    @Override
    public String toString() {
        return engine + "+" + glossary;
    }
}
