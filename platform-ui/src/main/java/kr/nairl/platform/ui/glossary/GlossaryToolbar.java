package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.List;
import java.util.function.BiConsumer;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptFilter;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Glyph;
import org.jspecify.annotations.Nullable;

/** Search and area above the list. Stays while the list beneath changes, so that typing goes on. */
final class GlossaryToolbar extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TYPING_MILLIS = 350;

    private final TextField search = new TextField(getTranslation("glossary.search"));
    private final ComboBox<Topic> area = new ComboBox<>(getTranslation("glossary.area"));

    /** @param wish told the parameter and its new value, empty for none */
    GlossaryToolbar(BiConsumer<String, String> wish) {
        addClassName("toolbar");
        search.setPlaceholder(getTranslation("glossary.search.hint"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setMaxLength(ConceptFilter.TEXT_MAX);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addClassName("wide");
        search.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                wish.accept(GlossaryQuery.TEXT, typed.getValue());
            }
        });
        area.setPlaceholder(getTranslation("glossary.area.all"));
        area.setClearButtonVisible(true);
        area.setItemLabelGenerator(one -> one.label().text(Language.of(getLocale())));
        area.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                wish.accept(
                        GlossaryQuery.AREA,
                        chosen.getValue() == null ? "" : chosen.getValue().slug());
            }
        });
        add(search, area);
    }

    /** Shows what the address asks for. */
    void show(String text, List<Topic> areas, @Nullable Topic chosen) {
        if (!search.getValue().strip().equals(text)) {
            search.setValue(text);
        }
        area.setItems(areas);
        area.setValue(chosen);
    }
}
