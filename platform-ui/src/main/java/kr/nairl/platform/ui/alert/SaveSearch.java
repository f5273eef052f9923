package kr.nairl.platform.ui.alert;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableSupplier;
import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.Frequency;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Toast;

/** Beside a search: keeps it under a name, and has its reader told of what is new in it. */
public final class SaveSearch extends Button {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AlertDesk desk;
    private final transient CurrentActor current;
    private final SerializableSupplier<String> typed;
    private final SerializableFunction<String, Watched.Search> named;

    /**
     * @param typed the text that is searched for now, which is offered as the name
     * @param named the search as it stands, under this name
     */
    public SaveSearch(
            AlertDesk desk,
            CurrentActor current,
            SerializableSupplier<String> typed,
            SerializableFunction<String, Watched.Search> named) {
        this.desk = desk;
        this.current = current;
        this.typed = typed;
        this.named = named;
        setText(getTranslation("alert.save"));
        setIcon(Glyph.BELL.icon());
        addClickListener(click -> ask());
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("alert.save.title"));
        dialog.setWidth("min(480px, 94vw)");
        TextField name = new TextField(getTranslation("alert.save.name"));
        name.setMaxLength(Watched.NAME_MAX);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("alert.save.name.help"));
        name.setWidthFull();
        String text = typed.get().strip();
        name.setValue(text.substring(0, Math.min(text.length(), Watched.NAME_MAX)));
        Select<Frequency> frequency = new Select<>();
        frequency.setLabel(getTranslation("alerts.frequency"));
        frequency.setItems(Frequency.AT_ONCE, Frequency.DAILY, Frequency.WEEKLY);
        frequency.setItemLabelGenerator(one -> getTranslation("alert.frequency." + one.name()));
        frequency.setValue(Frequency.DAILY);
        frequency.setWidthFull();
        FieldErrors errors = new FieldErrors().at("name", name).at("search", name);
        dialog.add(Columns.stack(new Paragraph(getTranslation("alert.save.lead")), name, frequency));
        dialog.getFooter()
                .add(
                        Buttons.quiet(getTranslation("component.cancel"), click -> dialog.close()),
                        Buttons.primary(getTranslation("alert.save.do"), click -> {
                            try {
                                desk.add(current.actor(), named.apply(name.getValue()), frequency.getValue());
                                dialog.close();
                                Toast.success(getTranslation(
                                        "alert.saved", name.getValue().strip()));
                            } catch (InvalidInputException refused) {
                                errors.show(refused);
                            }
                        }));
        dialog.open();
        name.focus();
    }
}
