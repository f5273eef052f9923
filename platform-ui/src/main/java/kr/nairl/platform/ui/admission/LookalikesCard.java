package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.admission.AdmissionDesk;
import kr.nairl.platform.core.admission.ApplicationCommand;
import kr.nairl.platform.core.admission.ApplicationPage;
import kr.nairl.platform.core.admission.Lookalike;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;

/** What may be the same organisation, with what they have in common; its person can be invited there instead. */
class LookalikesCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ApplicationPage page;
    private final transient AdmissionDesk desk;
    private final transient CurrentActor current;
    private final transient Runnable after;

    LookalikesCard(ApplicationPage page, AdmissionDesk desk, CurrentActor current, Runnable after) {
        this.page = page;
        this.desk = desk;
        this.current = current;
        this.after = after;
        ListCard list = new ListCard(getTranslation("application.lookalikes"));
        list.withNote(getTranslation("application.lookalikes.note"));
        page.lookalikes().forEach(each -> add(list, each));
        add(list);
    }

    private void add(ListCard list, Lookalike each) {
        String name = each.name().text(Language.of(getLocale()));
        Div signs = new Div();
        signs.addClassName("row");
        each.signs().stream()
                .sorted()
                .forEach(sign -> signs.add(new Tag(
                        getTranslation("application.sign." + sign.name()),
                        sign == Lookalike.Sign.NUMBER ? Tone.BAD : Tone.WARN)));
        OrganisationId organisation = each.organisation();
        Component link = organisation == null
                ? AdmissionNavigation.to(
                        java.util.Objects.requireNonNull(each.application()),
                        getTranslation("application.lookalike.application", name))
                : OrganisationNavigation.toPartner(each.slug(), name);
        Component join = organisation != null && page.permitted().contains(ApplicationCommand.Name.JOIN)
                ? Buttons.plain(getTranslation("application.do.JOIN"), click -> ask(organisation, name))
                : new Div();
        list.withRow(Avatar.ofOrganisation(name, name), link, signs, join);
    }

    private void ask(OrganisationId organisation, String name) {
        Confirmation.ask(
                getTranslation("application.join.question", name),
                getTranslation(
                        "application.join.consequence",
                        page.application().sheet().contact().value()),
                getTranslation("application.do.JOIN"),
                () -> join(organisation));
    }

    private void join(OrganisationId organisation) {
        switch (desk.join(current.actor(), page.application().id(), organisation)) {
            case AdmissionDesk.Outcome.Done done -> Toast.success(getTranslation("application.done.JOINED"));
            case AdmissionDesk.Outcome.TooLate late -> Toast.error(getTranslation("application.tooLate"));
            case AdmissionDesk.Outcome.Taken taken -> Toast.error(getTranslation("application.taken"));
        }
        after.run();
    }
}
