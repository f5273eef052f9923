package kr.nairl.platform.core.matching;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.nairl.platform.core.shared.Language;

/**
 * Where a text stands, so that it can be read again under the reader's own rights before it is quoted.
 *
 * @param row id of the row of that kind
 * @param field name of its field, as the feature that owns the row calls it
 * @param language the language form of the field
 */
public record SourceReference(Kind kind, UUID row, String field, Language language) {

    /** What kind of row it is. */
    public enum Kind {
        RESEARCHER,
        RESEARCH_AREA,
        SUB_PROJECT,
        RESULT,
        UPDATE,
        INTEREST
    }

    /** The same id for the same text of the same subject, on every machine: fit for a document's id. */
    public UUID documentId(Subject subject) {
        String name = subject.uuid() + "/" + kind + "/" + row + "/" + field + "/" + language.code();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
