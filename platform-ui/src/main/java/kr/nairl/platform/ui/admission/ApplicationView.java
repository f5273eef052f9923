package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.admission.AdmissionDesk;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.admission.ApplicationPage;
import kr.nairl.platform.core.admission.ApplicationStep;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Timeline;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One application: what it says, what may be the same organisation, and what to do with it. */
@Route(value = "applications/:id", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class ApplicationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String ID = "id";

    private final transient AdmissionDesk desk;
    private final transient Invitations invitations;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final Div head = new Div();
    private final Div main = Columns.stack();
    private final Div side = Columns.stack();
    private final Div doing = new Div();
    private @Nullable ApplicationId id;
    private @Nullable ApplicationActions actions;
    private String title = "";

    ApplicationView(AdmissionDesk desk, Invitations invitations, CurrentActor current, Changes changes, Clock clock) {
        this.desk = desk;
        this.invitations = invitations;
        this.current = current;
        this.clock = clock;
        addClassName("stack");
        add(head, Columns.mainAndSide(Columns.stack(doing, main), side));
        LiveChanges.keep(
                this,
                changes,
                change -> (change.kind() == Changes.Kind.APPLICATION
                                && id != null
                                && id.value().equals(change.id()))
                        || change.kind() == Changes.Kind.ORGANISATION,
                this::reread);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        ApplicationId shown = idOf(entering.getRouteParameters().get(ID).orElse(""));
        ApplicationPage page = desk.application(current.actor(), shown);
        id = shown;
        actions = new ApplicationActions(shown, desk, current, this::reread);
        doing.removeAll();
        doing.add(actions);
        show(page);
    }

    private static ApplicationId idOf(String text) {
        try {
            return ApplicationId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    private void reread() {
        if (id != null) {
            show(desk.application(current.actor(), id));
        }
    }

    private void show(ApplicationPage page) {
        Language language = Language.of(getLocale());
        title = page.application().sheet().name().text(language);
        head.removeAll();
        head.add(new PageHeader(title)
                .withPath(
                        List.of(AdmissionNavigation.list(getTranslation("applications.title"))),
                        page.application().sheet().contactName())
                .withLead(page.application().sheet().need())
                .withBadges(AdmissionWords.state(this, page.application().state())));
        if (actions != null) {
            actions.show(page);
        }
        main.removeAll();
        if (page.application().organisation() != null) {
            main.add(new OutcomeCard(
                    page,
                    invitations.latest(
                            current.actor(), List.of(page.application().organisation())),
                    clock));
        }
        if (!page.lookalikes().isEmpty()) {
            main.add(new LookalikesCard(page, desk, current, this::reread));
        }
        main.add(new Card(
                getTranslation("application.history"),
                new Timeline(page.steps().reversed().stream().map(this::entry).toList(), clock.instant())));
        side.removeAll();
        side.add(new SheetCard(page));
    }

    private Timeline.Entry entry(ApplicationStep step) {
        Language language = Language.of(getLocale());
        return new Timeline.Entry(
                step.manager() == null
                        ? getTranslation("application.applicant")
                        : step.manager().text(language),
                getTranslation("application.step." + step.command().name()),
                step.at(),
                step.words(),
                AdmissionWords.tone(step.to()));
    }
}
