package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * One content field in Korean and English: side by side on a wide page, one under the other on a phone. Where one
 * language is written and the other is not, the empty one says that readers of it will see the other.
 */
public final class BilingualField extends CustomField<Bilingual> {
    private static final int LAZY_MILLIS = 400;

    private final AbstractField<?, String> ko;
    private final AbstractField<?, String> en;
    private boolean presenting;

    private BilingualField(String label, AbstractField<?, String> ko, AbstractField<?, String> en) {
        super(Bilingual.EMPTY);
        this.ko = ko;
        this.en = en;
        setLabel(label);
        addClassName("bilingual-field");
        setWidthFull();
        prepare(ko, "ko");
        prepare(en, "en");
        Div pair = new Div(ko, en);
        pair.addClassName("pair");
        add(pair);
        addValueChangeListener(change -> markMissing());
        markMissing();
    }

    /** For names, titles and other single lines. */
    public static BilingualField line(String label) {
        return new BilingualField(label, new TextField(), new TextField());
    }

    /**
     * For titles of a limited length, with a count.
     *
     * @param limit the longest allowed text in each language, in chars
     */
    public static BilingualField line(String label, int limit) {
        return new BilingualField(label, counted(limit), counted(limit));
    }

    private static TextField counted(int limit) {
        TextField field = new TextField();
        field.setMaxLength(limit);
        field.addValueChangeListener(change -> count(field, limit));
        count(field, limit);
        return field;
    }

    private static void count(TextField field, int limit) {
        Formats formats = Formats.here();
        field.setHelperText(formats.translate(
                "component.count", formats.number(field.getValue().length()), formats.number(limit)));
    }

    /**
     * For longer texts.
     *
     * @param limit the longest allowed text in each language, in chars
     */
    public static BilingualField text(String label, int limit) {
        return new BilingualField(
                label, new CountedTextArea(languageName("ko"), limit), new CountedTextArea(languageName("en"), limit));
    }

    /** Whether both languages keep their limits. */
    public boolean fits() {
        return !(ko instanceof HasValidation first && first.isInvalid())
                && !(en instanceof HasValidation second && second.isInvalid());
    }

    /** Whether one language is written and the other is not. */
    public boolean isHalf() {
        return ko.getValue().isBlank() != en.getValue().isBlank();
    }

    /** Leads the keyboard to the language that is not written, the first when neither is. */
    public void focusMissing() {
        AbstractField<?, String> field =
                !ko.getValue().isBlank() && en.getValue().isBlank() ? en : ko;
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    @Override
    protected Bilingual generateModelValue() {
        return new Bilingual(ko.getValue(), en.getValue());
    }

    @Override
    protected void setPresentationValue(Bilingual value) {
        presenting = true;
        ko.setValue(value.ko());
        en.setValue(value.en());
        presenting = false;
        markMissing();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        ko.setReadOnly(readOnly);
        en.setReadOnly(readOnly);
    }

    private void prepare(AbstractField<?, String> field, String language) {
        field.getElement().setAttribute("lang", language);
        // A custom field by itself takes a change only when the focus leaves; this one tells it while it is written.
        field.addValueChangeListener(change -> {
            if (!presenting) {
                updateValue();
            }
        });
        if (field instanceof TextField line) {
            line.setLabel(languageName(language));
            line.setWidthFull();
            line.setValueChangeTimeout(LAZY_MILLIS);
            WrittenValue.keep(line);
        }
        if (field instanceof HasValueChangeMode lazy) {
            lazy.setValueChangeMode(ValueChangeMode.LAZY);
        }
    }

    private void markMissing() {
        mark(ko, en, "component.missing.ko");
        mark(en, ko, "component.missing.en");
    }

    private void mark(HasValue<?, String> field, HasValue<?, String> other, String key) {
        boolean missing = field.getValue().isBlank() && !other.getValue().isBlank();
        switch (field) {
            case TextField line -> line.setPlaceholder(missing ? getTranslation(key) : "");
            case TextArea area -> area.setPlaceholder(missing ? getTranslation(key) : "");
            default -> {}
        }
        if (field instanceof AbstractField<?, ?> component) {
            component.getElement().getClassList().set("missing", missing);
        }
    }

    private static String languageName(String language) {
        return Formats.here().translate("component.language." + language);
    }
}
