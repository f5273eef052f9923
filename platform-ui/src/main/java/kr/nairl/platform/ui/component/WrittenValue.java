package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.AbstractField;

/**
 * Takes what a person wrote when the focus leaves a field that tells its value lazily. Vaadin's client forgets a value that
 * waits to be told when an input event without a new value follows it, as after the last syllable of a Korean input
 * method or a paste of several lines; whoever then leaves the field at once would lose it.
 */
final class WrittenValue {

    private static final String VALUE = "element.value";

    private WrittenValue() {}

    static void keep(AbstractField<?, String> field) {
        field.getElement()
                .addEventListener("change", event -> {
                    String written = event.getEventData().path(VALUE).asString("");
                    if (!field.isReadOnly() && !written.equals(field.getValue())) {
                        field.setValue(written);
                    }
                })
                .addEventData(VALUE);
    }
}
