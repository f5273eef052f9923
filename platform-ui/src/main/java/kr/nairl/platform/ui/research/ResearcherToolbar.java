package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.List;
import java.util.function.BiConsumer;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Glyph;
import org.jspecify.annotations.Nullable;

/** Search, university and topic above the directory. Stays while the list beneath changes, so that typing goes on. */
class ResearcherToolbar extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TYPING_MILLIS = 350;

    private final TextField search = new TextField();
    private final ComboBox<Affiliation> organisation = new ComboBox<>();
    private final ComboBox<Topic> topic = new ComboBox<>();

    /** @param wish told the parameter and its new value, empty for none */
    ResearcherToolbar(Concepts concepts, CurrentActor current, BiConsumer<String, String> wish) {
        addClassName("toolbar");
        search.setLabel(getTranslation("researchers.search"));
        search.setPlaceholder(getTranslation("researchers.search.hint"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setMaxLength(ResearcherQuery.TEXT_MAX);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addClassName("wide");
        search.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                wish.accept(ResearcherQuery.TEXT, typed.getValue());
            }
        });
        organisation.setLabel(getTranslation("researchers.organisation"));
        organisation.setPlaceholder(getTranslation("researchers.organisation.all"));
        organisation.setClearButtonVisible(true);
        organisation.setItemLabelGenerator(one -> one.name().text(ResearchWords.language()));
        organisation.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                wish.accept(
                        ResearcherQuery.ORGANISATION,
                        chosen.getValue() == null ? "" : chosen.getValue().slug());
            }
        });
        topic.setLabel(getTranslation("researchers.topic"));
        topic.setPlaceholder(getTranslation("researchers.topic.all"));
        topic.setClearButtonVisible(true);
        topic.setItemLabelGenerator(one -> one.label().text(ResearchWords.language()));
        topic.setItems(query -> {
            int skipped = query.getOffset();
            int limit = Math.min(query.getLimit(), Concepts.MAX_FOUND);
            String typed = query.getFilter().orElse("");
            return skipped > 0
                    ? java.util.stream.Stream.empty()
                    : concepts.search(current.actor(), typed, limit).stream().map(Concept::topic);
        });
        topic.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                wish.accept(
                        ResearcherQuery.TOPIC,
                        chosen.getValue() == null ? "" : chosen.getValue().slug());
            }
        });
        add(search, organisation, topic);
    }

    /** Shows what the address asks for. */
    void show(String text, List<Affiliation> organisations, @Nullable Affiliation where, @Nullable Topic about) {
        if (!search.getValue().strip().equals(text)) {
            search.setValue(text);
        }
        organisation.setItems(organisations);
        organisation.setValue(where);
        topic.setValue(about);
    }
}
