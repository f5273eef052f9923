package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * A text area that counts. Text beyond the limit is kept, not cut: the field turns invalid and says by how much it is
 * too long, so that nothing a person wrote or pasted is lost.
 */
public final class CountedTextArea extends TextArea {
    private static final int COUNT_AFTER_MILLIS = 250;

    private final int limit;

    /** @param limit the longest allowed text, in chars */
    public CountedTextArea(String label, int limit) {
        super(label);
        this.limit = limit;
        setWidthFull();
        setMinRows(3);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(COUNT_AFTER_MILLIS);
        addClassName("counted");
        WrittenValue.keep(this);
        addValueChangeListener(change -> count());
        count();
    }

    public int limit() {
        return limit;
    }

    /** Whether the text is within the limit. */
    public boolean fits() {
        return getValue().length() <= limit;
    }

    private void count() {
        int length = getValue().length();
        Formats formats = Formats.here();
        setHelperText(getTranslation("component.count", formats.number(length), formats.number(limit)));
        if (length > limit) {
            setErrorMessage(getTranslation("component.count.over", formats.number(length - limit)));
            setInvalid(true);
        } else if (isInvalid()) {
            setInvalid(false);
        }
    }
}
