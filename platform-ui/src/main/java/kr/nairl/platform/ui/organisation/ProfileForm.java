package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.AudiencePicker;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.GuardedField;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.UnsavedWork;

/**
 * All that a company says of itself, as one form that is saved as a whole. It remembers the version it began with: when
 * somebody else saved meanwhile, it says so, keeps what was typed, and leaves the choice to the person.
 */
final class ProfileForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProfileDesk desk;
    private final transient CurrentActor current;
    private final transient Supplier<OrganisationProfile> stored;
    private final Command reload;
    private final OrganisationId organisation;
    private int version;
    private transient ProfileEdit begun;

    private final BilingualField name = BilingualField.line(getTranslation("organisation.name"));
    private final BilingualField sector = BilingualField.line(getTranslation("organisation.sector"));
    private final BilingualField summary = BilingualField.text(getTranslation("organisation.summary"), 600);
    private final BilingualField description = BilingualField.text(getTranslation("organisation.description"), 8000);
    private final BilingualField address = BilingualField.line(getTranslation("organisation.address"));
    private final ComboBox<String> country = CountryPicker.create(getTranslation("organisation.country"), getLocale());
    private final TextField website = new TextField(getTranslation("organisation.website"));
    private final IntegerField founded = new IntegerField(getTranslation("organisation.founded.label"));
    private final Map<ProfileField, AudiencePicker> audiences = new EnumMap<>(ProfileField.class);
    private final Checkbox visible = new Checkbox(getTranslation("organisation.visible"));
    private final ItemsEditor items;
    private final OvertakenNotice overtaken = new OvertakenNotice(this::saveOver, this::giveUp);
    private final FieldErrors errors = new FieldErrors();
    private final UnsavedWork work = new UnsavedWork(this);

    /**
     * @param stored reads the profile anew
     * @param reload shows everything as it is stored
     */
    ProfileForm(
            OrganisationProfile profile,
            ProfileDesk desk,
            CurrentActor current,
            Supplier<OrganisationProfile> stored,
            Command reload) {
        this.desk = desk;
        this.current = current;
        this.stored = stored;
        this.reload = reload;
        this.organisation = profile.id();
        this.version = profile.version();
        addClassNames("stack", "profile-form");
        items = new ItemsEditor(profile.items(), this::floor, this::written);
        for (ProfileField field : ProfileField.values()) {
            AudiencePicker picker =
                    new AudiencePicker(OrganisationWords.field(this, field), getTranslation("ladder.same.profile"));
            picker.addValueChangeListener(change -> written());
            audiences.put(field, picker);
        }
        visible.addValueChangeListener(change -> {
            audiences.values().forEach(picker -> picker.setFloor(floor()));
            items.floorMoved();
        });
        fill(profile);
        begun = edit();
        // filling it in is no writing
        written();
        Stream.<HasValue<?, ?>>of(name, sector, summary, description, address, country, website, founded, visible)
                .forEach(field -> field.addValueChangeListener(change -> written()));
        website.setValueChangeMode(ValueChangeMode.LAZY);
        website.setPlaceholder(getTranslation("organisation.website.example"));
        website.setHelperText(getTranslation("organisation.website.hint"));
        visible.setHelperText(getTranslation("organisation.visible.hint"));
        errors.at("name", name)
                .at("sector", sector)
                .at("summary", summary)
                .at("description", description)
                .at("address", address)
                .at("country", country)
                .at("website", website)
                .at("founded", founded);
        Div facts =
                Columns.equal(guarded(ProfileField.WEBSITE, website), guarded(ProfileField.FOUNDED, founded), country);
        Paragraph steps = new Paragraph(getTranslation("ladder.steps"));
        steps.addClassNames("small", "dim");
        Div bar = Columns.row(
                Buttons.primary(getTranslation("organisation.profile.save"), click -> save()),
                Buttons.quiet(getTranslation("organisation.profile.giveUp"), click -> giveUp()));
        bar.addClassName("save-bar");
        add(
                overtaken,
                new Card(
                        getTranslation("organisation.basics"),
                        name,
                        guarded(ProfileField.SECTOR, sector),
                        guarded(ProfileField.SUMMARY, summary),
                        guarded(ProfileField.DESCRIPTION, description)),
                new Card(getTranslation("organisation.facts"), facts, guarded(ProfileField.ADDRESS, address)),
                items,
                new Card(getTranslation("organisation.visibility"), visible, steps),
                bar);
    }

    private GuardedField guarded(ProfileField field, Component component) {
        return new GuardedField(component, Objects.requireNonNull(audiences.get(field)));
    }

    /** Who sees the profile, and so the most who can see a part of it. */
    private Audience floor() {
        return visible.getValue() ? Audience.PUBLIC : Audience.MEMBERS;
    }

    /** What is typed here and not saved. */
    UnsavedWork work() {
        return work;
    }

    private void written() {
        work.set(!edit().equals(begun));
    }

    /** Somebody may have saved: says so if what is stored is no longer what this form began with. */
    void overtakenBy(OrganisationProfile profile) {
        if (profile.version() != version) {
            overtaken.setVisible(true);
        }
    }

    /** Leads the keyboard and the eye to where a missing part is written. */
    void goTo(OrganisationProfile.MissingPart part) {
        switch (part) {
            case SUMMARY -> goTo(summary);
            case SECTOR -> goTo(sector);
            case DESCRIPTION -> goTo(description);
            case ADDRESS -> goTo(address);
            case WEBSITE -> {
                website.focus();
                website.scrollIntoView();
            }
            case PRODUCT -> items.goTo(ProfileItem.Kind.PRODUCT);
            case TECHNOLOGY -> items.goTo(ProfileItem.Kind.TECHNOLOGY);
            case PERSON -> items.goTo(ProfileItem.Kind.PERSON);
            case BOTH_LANGUAGES ->
                Stream.of(name, sector, summary, description)
                        .filter(BilingualField::isHalf)
                        .findFirst()
                        .ifPresent(ProfileForm::goTo);
            case LOGO -> {
                // Stands beside the form.
            }
        }
    }

    private static void goTo(BilingualField field) {
        field.focusMissing();
        field.scrollIntoView();
    }

    private void fill(OrganisationProfile profile) {
        name.setValue(shown(profile.name()));
        sector.setValue(shown(profile.sector()));
        summary.setValue(shown(profile.summary()));
        description.setValue(shown(profile.description()));
        address.setValue(shown(profile.address()));
        country.setValue(profile.country());
        website.setValue(profile.website() == null ? "" : profile.website());
        founded.setValue(profile.founded());
        visible.setValue(profile.visibleToVisitors());
        audiences.forEach((field, picker) -> {
            picker.setFloor(floor());
            picker.choose(profile.audiences().getOrDefault(field, Audience.PUBLIC));
        });
    }

    private ProfileEdit edit() {
        Map<ProfileField, Audience> chosen = new EnumMap<>(ProfileField.class);
        audiences.forEach((field, picker) -> chosen.put(field, picker.chosen()));
        return new ProfileEdit(
                typed(name),
                country.getValue() == null ? "" : country.getValue(),
                founded.getValue(),
                website.getValue(),
                typed(sector),
                typed(summary),
                typed(description),
                typed(address),
                visible.getValue(),
                items.items(),
                chosen);
    }

    private void save() {
        try {
            ProfileEdit edit = edit();
            int saved = desk.edit(current.actor(), organisation, edit, version);
            version = saved;
            begun = edit;
            written();
            errors.clear();
            items.clearErrors();
            overtaken.setVisible(false);
            Toast.success(getTranslation("organisation.profile.saved"));
        } catch (InvalidInputException refused) {
            items.show(refused);
            errors.show(refused);
            Toast.error(getTranslation("organisation.profile.refused"));
        } catch (StaleException stale) {
            overtaken.setVisible(true);
            overtaken.scrollIntoView();
        }
    }

    private void saveOver() {
        version = stored.get().version();
        save();
    }

    private void giveUp() {
        work.forget();
        reload.execute();
    }

    private static LocalizedText typed(BilingualField field) {
        return LocalizedText.of(field.getValue().ko(), field.getValue().en());
    }

    private static Bilingual shown(LocalizedText text) {
        return new Bilingual(text.ko() == null ? "" : text.ko(), text.en() == null ? "" : text.en());
    }
}
