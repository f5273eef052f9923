package kr.nairl.platform.ui.research;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.TopicPicker;

/** Chooses topics out of the lab's vocabulary; a word that it does not know yet is proposed by typing it and Enter. */
final class TopicField {

    private final TopicPicker<Topic> picker;

    TopicField(String label, Concepts concepts, CurrentActor current, List<Topic> chosen) {
        picker = new TopicPicker<>(
                label,
                (words, offset, limit) -> offset > 0
                        ? List.of()
                        : concepts.search(current.actor(), words, Math.min(limit, Concepts.MAX_FOUND)).stream()
                                .map(Concept::topic)
                                .toList(),
                topic -> topic.label().text(ResearchWords.language()),
                Topic::id);
        picker.setHelperText(picker.getTranslation("topic.hint"));
        picker.setAllowCustomValue(true);
        picker.addCustomValueSetListener(typed -> propose(concepts, current, typed.getDetail()));
        picker.choose(chosen);
    }

    TopicPicker<Topic> picker() {
        return picker;
    }

    /** In the order in which they were chosen. */
    List<ConceptId> chosen() {
        return picker.getValue().stream().map(Topic::id).toList();
    }

    private void propose(Concepts concepts, CurrentActor current, String typed) {
        boolean korean =
                typed.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HANGUL);
        try {
            Concept concept = concepts.propose(
                    current.actor(), korean ? LocalizedText.of(typed, null) : LocalizedText.of(null, typed));
            Set<Topic> more = new LinkedHashSet<>(picker.getValue());
            more.add(concept.topic());
            picker.choose(more);
            if (!concept.confirmed()) {
                Toast.success(picker.getTranslation("topic.proposed", typed));
            }
        } catch (InvalidInputException refused) {
            Toast.error(picker.getTranslation("topic.refused", typed));
        }
    }
}
