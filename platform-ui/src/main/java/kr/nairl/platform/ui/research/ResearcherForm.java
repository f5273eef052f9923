package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.Comparator;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.research.InvitedResearchers;
import kr.nairl.platform.core.research.NewResearcher;
import kr.nairl.platform.core.research.ResearcherInvitations;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;

/** One researcher to be invited: somebody new, or whoever a page without a person is about. */
final class ResearcherForm extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ResearcherInvitations researchers;
    private final transient CurrentActor current;
    private final Command after;
    private final ComboBox<InvitedResearchers.Unclaimed> page = new ComboBox<>(getTranslation("roster.page"));
    private final BilingualField name = BilingualField.line(getTranslation("roster.name"), NewResearcher.NAME_MAX);
    private final EmailField email = new EmailField(getTranslation("roster.email"));
    private final ComboBox<Organisations.Identity> institution = new ComboBox<>(getTranslation("roster.institution"));
    private final Select<SubProjectName> subProject = new Select<>();
    private final Select<ResearcherRole> role = new Select<>();
    private final RadioButtonGroup<Language> language = new RadioButtonGroup<>(getTranslation("roster.language"));
    private final FieldErrors errors = new FieldErrors();

    ResearcherForm(ResearcherInvitations researchers, SubProjects subProjects, CurrentActor current, Command after) {
        this.researchers = researchers;
        this.current = current;
        this.after = after;
        Language reader = Language.of(getLocale());
        institution.setItems(researchers.institutions(current.actor()).stream()
                .sorted(Comparator.comparing(one -> one.name().text(reader)))
                .toList());
        institution.setItemLabelGenerator(one -> one.name().text(reader));
        institution.setWidthFull();
        institution.setHelperText(getTranslation("roster.institution.hint"));
        subProject.setLabel(getTranslation("roster.subProject"));
        subProject.setItems(subProjects.all(current.actor()).stream()
                .map(card -> card.name())
                .toList());
        subProject.setItemLabelGenerator(one -> one == null
                ? getTranslation("roster.subProject.none")
                : getTranslation(
                        "researchers.subProject.named",
                        one.number(),
                        one.title().text(reader)));
        subProject.setEmptySelectionAllowed(true);
        subProject.setEmptySelectionCaption(getTranslation("roster.subProject.none"));
        role.setLabel(getTranslation("roster.role"));
        role.setItems(ResearcherRole.values());
        role.setItemLabelGenerator(one -> getTranslation("researcher.role." + one.name()));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> getTranslation("component.language." + one.code()));
        email.setWidthFull();
        email.setHelperText(getTranslation("roster.email.hint"));
        page.setWidthFull();
        page.setHelperText(getTranslation("roster.page.hint"));
        page.setClearButtonVisible(true);
        page.setItemLabelGenerator(one -> label(one, reader));
        page.addValueChangeListener(change -> take(change.getValue()));
        errors.at("name", name)
                .at("email", email)
                .at("organisation", institution)
                .at("subProject", subProject)
                .at("role", role);
        blank();
        add(
                new H2(getTranslation("roster.one")),
                page,
                name,
                email,
                institution,
                Columns.equal(subProject, role),
                language,
                Buttons.primary(getTranslation("roster.one.do"), click -> invite()));
    }

    private String label(InvitedResearchers.Unclaimed one, Language reader) {
        String where = institution
                .getListDataView()
                .getItems()
                .filter(identity -> identity.id().equals(one.organisation()))
                .map(identity -> " · " + identity.name().text(reader))
                .findFirst()
                .orElse("");
        return one.name().text(reader) + where;
    }

    private void take(InvitedResearchers.Unclaimed chosen) {
        if (chosen == null) {
            return;
        }
        LocalizedText known = chosen.name();
        name.setValue(new Bilingual(known.ko() == null ? "" : known.ko(), known.en() == null ? "" : known.en()));
        institution
                .getListDataView()
                .getItems()
                .filter(identity -> identity.id().equals(chosen.organisation()))
                .findFirst()
                .ifPresent(institution::setValue);
    }

    private void blank() {
        List<InvitedResearchers.Unclaimed> waiting = researchers.unclaimed(current.actor());
        page.setItems(waiting);
        page.setVisible(!waiting.isEmpty());
        page.clear();
        name.setValue(Bilingual.EMPTY);
        email.setValue("");
        role.setValue(ResearcherRole.RESEARCHER);
        if (language.getValue() == null) {
            language.setValue(Language.KO);
        }
        errors.clear();
    }

    private void invite() {
        errors.clear();
        if (institution.getValue() == null) {
            errors.show(new InvalidInputException("organisation", "required"));
            return;
        }
        try {
            Invitations.Outcome outcome = researchers.invite(
                    current.actor(),
                    new NewResearcher(
                            LocalizedText.of(
                                    name.getValue().ko(), name.getValue().en()),
                            new EmailAddress(email.getValue()),
                            institution.getValue().id(),
                            subProject.getValue() == null
                                    ? null
                                    : subProject.getValue().id(),
                            role.getValue(),
                            page.getValue() == null ? null : page.getValue().id(),
                            language.getValue()));
            if (outcome instanceof Invitations.Outcome.Sent sent) {
                Toast.success(getTranslation(
                        "people.invite.sent", sent.invitation().email().value()));
                blank();
                after.execute();
            } else {
                errors.show(new InvalidInputException("email", "member-already"));
            }
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}
