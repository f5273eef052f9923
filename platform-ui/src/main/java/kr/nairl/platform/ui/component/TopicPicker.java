package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses several topics out of many. Asks for a page of them at a time, as the person types; knows nothing of where
 * they come from.
 *
 * @param <T> the topic, told apart by its identity
 */
public final class TopicPicker<T> extends MultiSelectComboBox<T> {

    /**
     * Finds topics page by page in a stable order.
     *
     * @param <T> the topic
     */
    @FunctionalInterface
    public interface Lookup<T> extends Serializable {
        /**
         * @param words what was typed so far; may be empty
         * @param offset how many to skip
         * @param limit how many at most
         */
        List<T> find(String words, int offset, int limit);
    }

    /**
     * @param label the topic in the reader's language
     * @param identity what makes two topics the same
     */
    public TopicPicker(String fieldLabel, Lookup<T> lookup, ItemLabelGenerator<T> label, Function<T, ?> identity) {
        super(fieldLabel);
        setItemLabelGenerator(label);
        setItemsWithIdentity(lookup, identity);
        setWidthFull();
        setAutoExpand(AutoExpandMode.VERTICAL);
        setSelectedItemsOnTop(true);
        setI18n(new MultiSelectComboBoxI18n()
                .setCleared(getTranslation("component.picker.cleared"))
                .setFocused(getTranslation("component.picker.focused"))
                .setSelected(getTranslation("component.picker.selected"))
                .setDeselected(getTranslation("component.picker.deselected"))
                .setTotal(getTranslation("component.picker.total")));
    }

    private void setItemsWithIdentity(Lookup<T> lookup, Function<T, ?> identity) {
        setItems(query -> lookup.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        getLazyDataView().setIdentifierProvider(identity::apply);
    }

    /** Replaces what is chosen. */
    public void choose(Collection<T> topics) {
        setValue(topics);
    }
}
