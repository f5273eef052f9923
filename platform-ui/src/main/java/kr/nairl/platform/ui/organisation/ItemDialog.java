package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serial;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.AudiencePicker;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;

/** One entry of a profile, to be written or changed. It becomes part of the form behind it, nothing is stored yet. */
final class ItemDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_DETAIL = 1000;

    private final ProfileItem.Kind kind;
    private final SerializableConsumer<ProfileItem> taken;
    private final BilingualField name = BilingualField.line(getTranslation("organisation.item.name"));
    private final BilingualField detail =
            BilingualField.text(getTranslation("organisation.item.detail"), LONGEST_DETAIL);
    private final TextField url = new TextField(getTranslation("organisation.item.url"));
    private final AudiencePicker audience =
            new AudiencePicker(getTranslation("organisation.item.name"), getTranslation("ladder.same.profile"));
    private final FieldErrors errors =
            new FieldErrors().at("name", name).at("detail", detail).at("url", url);

    /** @param floor who sees the profile, and so the most who can see the entry */
    ItemDialog(String title, ProfileItem item, Audience floor, SerializableConsumer<ProfileItem> taken) {
        this.kind = item.kind();
        this.taken = taken;
        setHeaderTitle(title);
        addClassName("item-dialog");
        setWidth("min(720px, 94vw)");
        name.setValue(shown(item.name()));
        detail.setValue(shown(item.detail()));
        url.setValue(item.url() == null ? "" : item.url());
        url.setPlaceholder(getTranslation("organisation.website.example"));
        url.setWidthFull();
        audience.setLabel(getTranslation("organisation.visibility"));
        audience.setFloor(floor);
        audience.choose(item.audience());
        audience.setWidthFull();
        add(Columns.stack(name, detail, url, audience));
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("component.cancel"), click -> close()),
                        Buttons.primary(getTranslation("organisation.item.take"), click -> take()));
    }

    static ProfileItem blank(ProfileItem.Kind kind) {
        return new ProfileItem(kind, LocalizedText.EMPTY, LocalizedText.EMPTY, null);
    }

    private void take() {
        ProfileItem item = new ProfileItem(
                kind,
                LocalizedText.of(name.getValue().ko(), name.getValue().en()),
                LocalizedText.of(detail.getValue().ko(), detail.getValue().en()),
                url.getValue(),
                audience.chosen());
        try {
            item.validate();
            taken.accept(item);
            close();
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }

    private static Bilingual shown(LocalizedText text) {
        return new Bilingual(text.ko() == null ? "" : text.ko(), text.en() == null ? "" : text.en());
    }
}
