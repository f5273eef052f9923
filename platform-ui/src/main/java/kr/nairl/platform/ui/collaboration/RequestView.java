package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Timeline;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One request: what is proposed, what happened, and what the reader can do now. Changes of others appear by themselves. */
@Route(value = "requests/:id", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER"})
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient RequestBox box;
    private final transient RequestDesk desk;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private final transient Clock clock;
    private transient Changes.@Nullable Subscription subscription;
    private @Nullable RequestId id;
    private String title = "";

    RequestView(RequestBox box, RequestDesk desk, CurrentActor current, Changes changes, Clock clock) {
        this.box = box;
        this.desk = desk;
        this.current = current;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            id = RequestId.of(entering.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
        show();
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
                ui.access(this::show);
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

    private void show() {
        RequestId shown = id;
        if (shown == null) {
            return;
        }
        RequestPage page = box.open(current.actor(), shown);
        removeAll();
        Language language = Language.of(getLocale());
        title = page.row().title().isBlank()
                ? getTranslation("request.untitled")
                : page.row().title();
        add(new PageHeader(title)
                .withPath(
                        List.of(new RouterLink(getTranslation("requests.title"), RequestsView.class)),
                        RequestWords.sides(page.row(), language))
                .withBadges(RequestWords.state(this, page.row().state())));
        Div main = Columns.stack(proposal(page));
        if (!page.permitted().isEmpty()) {
            main.addComponentAsFirst(new RequestActions(page, desk, current, this::show));
        }
        main.add(history(page, language));
        add(Columns.mainAndSide(main, facts(page, language)));
    }

    private Card proposal(RequestPage page) {
        Card card = new Card(
                getTranslation("request.proposal"), new Paragraph(page.row().summary()));
        RequestPage.Confidential words = page.confidential();
        if (words == null) {
            card.add(quiet(getTranslation("request.withheld")));
        } else {
            part(card, "request.field.proposal", words.proposal());
            part(card, "request.field.offer", words.offer());
            part(card, "request.field.outcome", words.outcome());
        }
        return card;
    }

    private void part(Card card, String key, String text) {
        if (!text.isBlank()) {
            Paragraph paragraph = new Paragraph(text);
            paragraph.addClassName("prose");
            card.add(new H3(getTranslation(key)), paragraph);
        }
    }

    private static Component quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("small", "dim");
        return paragraph;
    }

    private Card history(RequestPage page, Language language) {
        List<Timeline.Entry> entries = page.history().stream()
                .map(entry -> new Timeline.Entry(
                        nameOf(entry.personName(), language),
                        getTranslation("request.step." + entry.step().name()),
                        entry.at(),
                        entry.words(),
                        entry.to() == RequestState.ACCEPTED ? Tone.OK : Tone.NEUTRAL))
                .toList();
        return new Card(getTranslation("request.history"), new Timeline(entries, clock.instant()));
    }

    private static @Nullable String nameOf(LocalizedText name, Language language) {
        return name.isEmpty() ? null : name.text(language);
    }

    private Card facts(RequestPage page, Language language) {
        Formats formats = Formats.here();
        KeyValues facts = new KeyValues()
                .with(
                        getTranslation("request.from"),
                        page.row().organisationName().text(language))
                .with(getTranslation("request.contact"), page.contactName().text(language))
                .with(getTranslation("request.to"), page.row().researcherName().text(language))
                .with(
                        getTranslation("request.mode"),
                        getTranslation("mode." + page.row().mode().name()));
        Integer number = page.row().subProjectNumber();
        if (number != null) {
            facts.with(getTranslation("request.subProject"), getTranslation("subProject.short", number));
        }
        if (page.row().sentAt() != null) {
            facts.with(getTranslation("request.sentAt"), formats.date(page.row().sentAt()));
        }
        if (page.row().dueAt() != null && !page.row().state().isFinal()) {
            facts.with(getTranslation("request.dueAt"), formats.date(page.row().dueAt()));
        }
        if (page.declineReason() != null) {
            facts.with(
                    getTranslation("request.declineReason"),
                    getTranslation("request.decline." + page.declineReason().name()));
        }
        return new Card(getTranslation("request.facts"), facts);
    }
}
