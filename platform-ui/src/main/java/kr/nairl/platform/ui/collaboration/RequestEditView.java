package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.AvailabilityDesk;
import kr.nairl.platform.core.collaboration.DiscardOutcome;
import kr.nairl.platform.core.collaboration.MoveOutcome;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft is written. It saves itself a moment after each change and keeps the version it saw: when somebody else
 * saved, sent or discarded the draft meanwhile, the page says so and keeps every word that stands in its fields.
 */
@Route(value = "requests/:id/edit", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class RequestEditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RequestBox box;
    private final transient RequestDesk desk;
    private final transient AvailabilityDesk availability;
    private final transient ResearcherDirectory researchers;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private final transient Clock clock;
    private transient Changes.@Nullable Subscription subscription;
    private final Span saved = new Span();
    private final Div trouble = new Div();
    private RequestForm form = new RequestForm(this::save);
    private @Nullable RequestId id;
    private int version;

    RequestEditView(
            RequestBox box,
            RequestDesk desk,
            AvailabilityDesk availability,
            ResearcherDirectory researchers,
            CurrentActor current,
            Changes changes,
            Clock clock) {
        this.box = box;
        this.desk = desk;
        this.availability = availability;
        this.researchers = researchers;
        this.current = current;
        this.changes = changes;
        this.clock = clock;
        saved.addClassNames("small", "dim", "draft-saved");
        saved.getElement().setAttribute("role", "status");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.new.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        RequestId shown = RequestView.idOf(entering.getRouteParameters());
        RequestPage page = box.open(current.actor(), shown);
        if (!page.editable()) {
            entering.forwardTo(RequestView.class, RequestNavigation.parameters(shown));
            return;
        }
        id = shown;
        show(page);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = changes.subscribe(change -> {
            RequestId shown = id;
            if (change.kind() == Changes.Kind.EVERYTHING
                    || (change.kind() == Changes.Kind.REQUEST
                            && shown != null
                            && shown.value().equals(change.id()))) {
                ui.access(this::lookForOthers);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void show(RequestPage page) {
        removeAll();
        trouble.removeAll();
        version = page.row().version();
        form = new RequestForm(this::save);
        form.show(page);
        saved.setText(getTranslation(
                "request.form.saved", RequestWords.time(page.row().updatedAt())));
        Language language = Language.of(getLocale());
        String slug = page.row().researcherSlug();
        @Nullable
        ResearcherCard addressee =
                slug == null ? null : researchers.page(current.actor(), slug).card();
        Div side = Columns.stack(new AddresseeCard(
                page.row(),
                addressee,
                addressee == null ? null : availability.forecast(current.actor(), addressee.id(), clock.instant()),
                language));
        if (page.interest() != null) {
            side.add(new Card(
                    getTranslation("request.interest"),
                    InterestNavigation.to(page.interest(), page.interestTitle().text(language))));
        }
        Paragraph after = new Paragraph(getTranslation("request.form.after"));
        after.addClassNames("small", "dim");
        side.add(new Card(
                getTranslation("request.form.finish"),
                after,
                Columns.row(
                        Buttons.primary(getTranslation("request.do.SEND"), click -> send()),
                        Buttons.quiet(getTranslation("request.do.DISCARD"), click -> askToDiscard())),
                saved));
        add(
                new PageHeader(getTranslation("request.new.title"))
                        .withPath(
                                List.of(new RouterLink(getTranslation("requests.title"), RequestsView.class)),
                                RequestWords.sides(page.row(), language)),
                Columns.mainAndSide(Columns.stack(trouble, form), side));
    }

    /** False when the fields stand unsaved, and the page says why. */
    private boolean save() {
        RequestId shown = id;
        if (shown == null || trouble.getComponentCount() > 0) {
            return false;
        }
        try {
            version = desk.save(current.actor(), shown, form.draft(), version);
            saved.setText(getTranslation("request.form.saved", RequestWords.time(clock.instant())));
            return true;
        } catch (InvalidInputException refused) {
            form.mark(refused, false);
            saved.setText(getTranslation("request.form.notSaved"));
        } catch (StaleException stale) {
            lookForOthers();
        } catch (NotFoundException gone) {
            warn("request.form.gone");
        }
        return false;
    }

    private void send() {
        RequestId shown = id;
        if (shown == null || !save()) {
            return;
        }
        try {
            switch (desk.send(current.actor(), shown, version)) {
                case MoveOutcome.Moved moved -> {
                    Toast.success(
                            getTranslation("request.moved." + moved.state().name()));
                    UI.getCurrent().navigate(RequestView.class, RequestNavigation.parameters(shown));
                }
                case MoveOutcome.Refused refused ->
                    Toast.error(
                            getTranslation("request.refused." + refused.reason().name()));
                case MoveOutcome.Overtaken overtaken -> lookForOthers();
            }
        } catch (InvalidInputException incomplete) {
            form.mark(incomplete, true);
        }
    }

    private void askToDiscard() {
        Confirmation.askBeforeLoss(
                getTranslation("request.discard.question"),
                getTranslation("request.discard.consequence"),
                getTranslation("request.do.DISCARD"),
                this::discard);
    }

    private void discard() {
        RequestId shown = id;
        if (shown == null) {
            return;
        }
        switch (desk.discard(current.actor(), shown, version)) {
            case DiscardOutcome.Discarded discarded -> {
                id = null;
                Toast.success(getTranslation("request.discarded"));
                UI.getCurrent().navigate(RequestsView.class);
            }
            case MoveOutcome.Refused refused ->
                Toast.error(getTranslation("request.refused." + refused.reason().name()));
            case MoveOutcome.Overtaken overtaken -> lookForOthers();
        }
    }

    /** Compares the stored draft with the one in the fields, and tells when somebody else was here. */
    private void lookForOthers() {
        RequestId shown = id;
        if (shown == null) {
            return;
        }
        try {
            RequestPage theirs = box.open(current.actor(), shown);
            if (theirs.row().version() == version) {
                return;
            }
            if (theirs.editable()) {
                warn(
                        "request.form.stale",
                        Buttons.plain(getTranslation("request.form.takeTheirs"), click -> show(theirs)),
                        Buttons.plain(getTranslation("request.form.keepMine"), click -> keep(theirs)));
            } else {
                warn("request.form.sent", RequestNavigation.to(shown, getTranslation("request.form.sent.open")));
            }
        } catch (NotFoundException gone) {
            warn("request.form.gone");
        }
    }

    private void keep(RequestPage theirs) {
        trouble.removeAll();
        version = theirs.row().version();
        save();
    }

    private void warn(String key, com.vaadin.flow.component.Component... ways) {
        Card card = new Card(new Paragraph(getTranslation(key)), Columns.row(ways));
        card.addClassName("request-trouble");
        card.getElement().setAttribute("role", "alert");
        trouble.removeAll();
        trouble.add(card);
        saved.setText(getTranslation("request.form.notSaved"));
    }
}
