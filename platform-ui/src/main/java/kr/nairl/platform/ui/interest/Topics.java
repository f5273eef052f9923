package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.TopicPicker;

/** A picker over the whole vocabulary; what it does not hold yet is proposed by typing it. */
final class Topics {

    private Topics() {}

    static TopicPicker<Concept> picker(Component page, Concepts concepts, CurrentActor current) {
        Language language = Language.of(Formats.here().locale());
        TopicPicker<Concept> picker = new TopicPicker<>(
                page.getTranslation("interest.field.topics"),
                (words, offset, limit) -> found(concepts, current, words, offset, limit),
                concept -> concept.label().text(language),
                Concept::id);
        picker.setAllowCustomValue(true);
        picker.addCustomValueSetListener(typed -> propose(picker, concepts, current, language, typed.getDetail()));
        return picker;
    }

    private static List<Concept> found(Concepts concepts, CurrentActor current, String words, int offset, int limit) {
        List<Concept> all = concepts.search(current.actor(), words, Concepts.MAX_FOUND);
        return all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size()));
    }

    private static void propose(
            TopicPicker<Concept> picker, Concepts concepts, CurrentActor current, Language language, String typed) {
        try {
            Concept concept = concepts.propose(current.actor(), LocalizedText.EMPTY.with(language, typed));
            Set<Concept> chosen = new LinkedHashSet<>(picker.getValue());
            chosen.add(concept);
            picker.setValue(chosen);
        } catch (InvalidInputException refused) {
            Toast.error(picker.getTranslation("interest.topic.refused"));
        }
    }
}
