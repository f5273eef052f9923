package kr.nairl.platform.core.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * What both sides' documents come down to.
 *
 * @param weight how much the text counts beside the subject's others, above 0, at most 1
 * @param standing whether it is about the subject as a whole, rather than one of many works
 * @param year of a work that grows old; 0 for what does not, or when nobody knows
 */
record IndexedDocument(
        UUID id,
        Subject subject,
        SourceReference source,
        String text,
        Audience audience,
        Set<ConceptId> topics,
        Set<Integer> subProjects,
        double weight,
        boolean standing,
        int year) {

    static IndexedDocument of(ExpertDocument document) {
        double weight = switch (document.kind()) {
            case RESULT, KEY_RESULT, AREA, TOPIC, HEADLINE -> 1;
            case SEEKS -> 0.9;
            case UPDATE -> 0.8;
            case BIOGRAPHY -> 0.7;
        };
        boolean standing = switch (document.kind()) {
            case RESULT, UPDATE -> false;
            case KEY_RESULT, AREA, TOPIC, HEADLINE, SEEKS, BIOGRAPHY -> true;
        };
        LocalDate date = document.date();
        Integer subProject = document.subProject();
        return new IndexedDocument(
                document.id(),
                document.subject(),
                document.source(),
                document.text(),
                document.audience(),
                document.topics(),
                subProject == null ? Set.of() : Set.of(subProject),
                weight,
                standing,
                standing || date == null ? 0 : date.getYear());
    }

    static List<IndexedDocument> of(NeedDocument need) {
        List<IndexedDocument> documents = new ArrayList<>();
        for (NeedDocument.Text text : need.texts()) {
            double weight = switch (text.part()) {
                case TITLE -> 1;
                case NEED -> 0.9;
            };
            SourceReference source = text.source(need.subject().uuid());
            documents.add(new IndexedDocument(
                    source.documentId(need.subject()),
                    need.subject(),
                    source,
                    text.text(),
                    need.audience(),
                    need.topics(),
                    need.subProjects(),
                    weight,
                    true,
                    0));
        }
        return documents;
    }
}
