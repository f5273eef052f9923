package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.AvailabilityDesk;
import kr.nairl.platform.core.collaboration.BeginOutcome;
import kr.nairl.platform.core.collaboration.ReplyForecast;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Timeline;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.matching.MatchWords;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * One request: where it stands, what is proposed, what happened, and what the reader can do now. Steps of others appear
 * by themselves; the reader's own unfinished words stay as they are.
 */
@Route(value = "requests/:id", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER"})
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String ID = "id";

    private final transient RequestBox box;
    private final transient RequestDesk desk;
    private final transient AvailabilityDesk availability;
    private final transient ResearcherDirectory directory;
    private final transient MatchWords matches;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private final transient Clock clock;
    private transient Changes.@Nullable Subscription subscription;
    private final Div head = new Div();
    private final Div doing = new Div();
    private final Div told = Columns.stack();
    private final Div side = Columns.stack();
    private @Nullable RequestActions actions;
    private @Nullable RequestId id;
    private String title = "";

    RequestView(
            RequestBox box,
            RequestDesk desk,
            AvailabilityDesk availability,
            ResearcherDirectory directory,
            MatchWords matches,
            CurrentActor current,
            Changes changes,
            Clock clock) {
        this.box = box;
        this.desk = desk;
        this.availability = availability;
        this.directory = directory;
        this.matches = matches;
        this.current = current;
        this.changes = changes;
        this.clock = clock;
        add(head, Columns.mainAndSide(Columns.stack(doing, told), side));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        RequestId shown = idOf(entering.getRouteParameters());
        RequestPage page = box.open(current.actor(), shown);
        if (page.editable()) {
            entering.forwardTo(RequestEditView.class, RequestNavigation.parameters(shown));
            return;
        }
        id = shown;
        actions = new RequestActions(shown, desk, directory, current, this::reread);
        doing.removeAll();
        doing.add(actions);
        show(page);
    }

    /** The request that an address names; anything that is no id leads nowhere. */
    static RequestId idOf(RouteParameters parameters) {
        try {
            return RequestId.of(parameters.get(ID).orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = changes.subscribe(change -> {
            RequestId shown = id;
            boolean mine = change.kind() == Changes.Kind.EVERYTHING
                    || (change.kind() == Changes.Kind.REQUEST
                            && shown != null
                            && shown.value().equals(change.id()));
            if (mine) {
                ui.access(this::reread);
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

    private void reread() {
        RequestId shown = id;
        if (shown != null) {
            show(box.open(current.actor(), shown));
        }
    }

    private void show(RequestPage page) {
        Language language = Language.of(getLocale());
        title = RequestWords.title(this, page.row());
        String turn = RequestProgress.turn(this, page.row(), language, clock);
        head.removeAll();
        head.add(new PageHeader(title)
                .withPath(
                        List.of(new RouterLink(getTranslation("requests.title"), RequestsView.class)),
                        RequestWords.sides(page.row(), language))
                .withBadges(RequestWords.state(this, page.row().state())));
        if (actions != null) {
            actions.show(page, turn);
            doing.setVisible(actions.isVisible());
        }
        Card way = new Card(getTranslation("request.way"), RequestProgress.stepper(this, page));
        if (page.permitted().isEmpty()) {
            Paragraph whose = new Paragraph(turn);
            whose.addClassNames("small", "dim");
            way.add(whose);
        }
        told.removeAll();
        told.add(way);
        instead(page).ifPresent(told::add);
        told.add(new RequestWordsCard(page), history(page, language));
        side.removeAll();
        side.add(new RequestFactsCard(page, forecast(page), language));
    }

    /** For who waits for the addressee: from when the request reached them. */
    private @Nullable ReplyForecast forecast(RequestPage page) {
        RequestRow row = page.row();
        ResearcherId researcher = row.researcher();
        Instant due = row.dueAt();
        boolean waits = row.state() == RequestState.SENT || row.state() == RequestState.HANDED_OVER;
        return waits && !row.waitsForReader() && researcher != null && due != null
                ? availability.forecast(current.actor(), researcher, due.minus(Request.ANSWER_WITHIN))
                : null;
    }

    /** For the sender of what nobody took on: who else fits the interest that it comes from. */
    private Optional<Component> instead(RequestPage page) {
        RequestState state = page.row().state();
        InterestId interest = page.interest();
        boolean open = state == RequestState.DECLINED || state == RequestState.EXPIRED;
        return open && page.row().side() == RequestSide.SENDER && interest != null
                ? matches.instead(
                        current.actor(), interest, box.approached(current.actor(), interest), this::askInstead)
                : Optional.empty();
    }

    private void askInstead(ResearcherId other) {
        RequestId shown = id;
        if (shown == null) {
            return;
        }
        switch (desk.beginAgain(current.actor(), shown, other)) {
            case BeginOutcome.Begun begun ->
                UI.getCurrent().navigate(RequestEditView.class, RequestNavigation.parameters(begun.id()));
            case BeginOutcome.Refused refused ->
                Toast.error(getTranslation("request.refused." + refused.reason().name()));
        }
    }

    private Card history(RequestPage page, Language language) {
        List<Timeline.Entry> entries = page.history().reversed().stream()
                .map(entry -> new Timeline.Entry(
                        nameOf(entry.personName(), language),
                        step(entry, language),
                        entry.at(),
                        entry.words(),
                        toneOf(entry.to())))
                .toList();
        return new Card(getTranslation("request.history"), new Timeline(entries, clock.instant()));
    }

    private String step(RequestPage.Entry entry, Language language) {
        RequestPage.PassedOn passedOn = entry.passedOn();
        return passedOn == null
                ? getTranslation("request.step." + entry.step().name())
                : getTranslation(
                        "request.step." + entry.step().name(),
                        passedOn.to().text(language),
                        getTranslation("request.handOver." + passedOn.reason().name()));
    }

    private static Tone toneOf(RequestState state) {
        return switch (state) {
            case ACCEPTED -> Tone.OK;
            case DECLINED -> Tone.BAD;
            case QUESTION_ASKED -> Tone.WARN;
            case DRAFT, SENT, HANDED_OVER -> Tone.BRAND;
            case WITHDRAWN, EXPIRED -> Tone.NEUTRAL;
        };
    }

    private static @Nullable String nameOf(LocalizedText name, Language language) {
        return name.isEmpty() ? null : name.text(language);
    }
}
