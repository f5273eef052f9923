package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.Company;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestPage;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Headline;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Timeline;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.component.ViewAs;
import kr.nairl.platform.ui.ledger.LedgerNavigation;
import kr.nairl.platform.ui.matching.MatchWords;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** One interest: its company decides here what becomes of it, others read it. Changes of others appear by themselves. */
@Route(value = "interests/:id", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER"})
class InterestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient InterestDirectory directory;
    private final transient InterestDesk desk;
    private final transient MatchWords reasons;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private final transient Clock clock;
    private transient Changes.@Nullable Subscription subscription;
    private @Nullable InterestId id;
    private @Nullable Audience as;
    private String title = "";

    InterestView(
            InterestDirectory directory,
            InterestDesk desk,
            MatchWords reasons,
            CurrentActor current,
            Changes changes,
            Clock clock) {
        this.directory = directory;
        this.desk = desk;
        this.reasons = reasons;
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
            id = InterestId.of(entering.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
        as = ViewAs.asked(entering.getLocation().getQueryParameters()).orElse(null);
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = changes.subscribe(change -> {
            InterestId shown = id;
            boolean mine = change.kind() == Changes.Kind.EVERYTHING
                    || (change.kind() == Changes.Kind.INTEREST
                            && shown != null
                            && shown.value().equals(change.id()));
            if (mine) {
                ui.access(this::refresh);
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

    /** Reads again, unless the interest is gone or hidden by now: then what is on the screen stays until the next click. */
    private void refresh() {
        try {
            show();
        } catch (kr.nairl.platform.core.shared.NotFoundException gone) {
            removeAll();
            add(new PageHeader(getTranslation("interest.gone")).withLead(getTranslation("interest.gone.advice")));
        }
    }

    private void show() {
        InterestId shown = id;
        if (shown == null) {
            return;
        }
        Actor actor = current.actor();
        InterestPage page = directory.page(actor, shown);
        Language language = Language.of(getLocale());
        removeAll();
        Audience rung = page.editable() ? as : null;
        InterestCard card =
                rung == null ? page.card() : page.card().seenFrom(rung).orElse(null);
        if (card == null) {
            title = page.card().title().text(language);
            add(
                    new PageHeader(title),
                    viewAs(page.card(), page.card(), rung),
                    new EmptyState(
                            Glyph.EYE_OFF,
                            getTranslation("ladder.viewAs.nothing.interest"),
                            getTranslation("ladder.viewAs.nothing.interest.advice")));
            return;
        }
        boolean own = page.editable() && rung == null;
        title = card.title().text(language);
        PageHeader header = new PageHeader(title)
                .withPath(
                        List.of(
                                actor.hasAny(Role.RESEARCHER, Role.LAB_MANAGER)
                                        ? InterestNavigation.toDirectory(getTranslation("nav.opportunities"))
                                        : InterestNavigation.toOwn(getTranslation("nav.interests"))),
                        getTranslation("interest.here"))
                .withBadges(
                        InterestPhrases.state(this, card.state()),
                        new Tag(getTranslation("mode." + card.mode().name()), Tone.BRAND));
        Div main = Columns.stack();
        Div side = Columns.stack();
        if (own) {
            header.withActions(new InterestActions(page, desk, current, this::show));
            side.add(next(card));
        } else {
            if (rung == null) {
                reasons.why(actor, shown).ifPresent(main::add);
            }
            side.add(company(card.company(), language));
        }
        need(card, language).ifPresent(main::addComponentAsFirst);
        if (own) {
            history(actor, shown, language).ifPresent(main::add);
        }
        side.add(new Card(getTranslation("interest.facts"), InterestPhrases.facts(this, card, own)));
        add(header);
        if (page.editable()) {
            add(viewAs(page.card(), card, rung));
        } else if (card.narrowest() != Audience.PUBLIC) {
            side.add(LedgerNavigation.notice(this));
        }
        add(Columns.mainAndSide(main, side));
    }

    /** Empty where the reader sees neither what is needed nor the topics. */
    private Optional<Card> need(InterestCard card, Language language) {
        if (card.isEmpty(InterestField.NEED) && card.isEmpty(InterestField.TOPICS)) {
            return Optional.empty();
        }
        Card need = new Card(getTranslation("interest.need"));
        if (!card.isEmpty(InterestField.NEED)) {
            need.add(InterestPhrases.marked(InterestPhrases.prose(this, card.need()), card, InterestField.NEED));
        }
        need.add(InterestPhrases.marked(InterestPhrases.topics(card.topics(), language), card, InterestField.TOPICS));
        return Optional.of(need);
    }

    private ViewAs viewAs(InterestCard whole, InterestCard seen, @Nullable Audience rung) {
        List<String> hidden = Arrays.stream(InterestField.values())
                .filter(field -> !whole.isEmpty(field) && seen.isEmpty(field))
                .map(field -> getTranslation("interest.part." + field.name()))
                .toList();
        return new ViewAs(InterestView.class, InterestNavigation.of(whole.id()), rung, hidden);
    }

    private Card next(InterestCard card) {
        Card next = new Card(
                getTranslation("interest.next"),
                new Paragraph(getTranslation("interest.next." + card.state().name())));
        if (card.state() != InterestState.CLOSED) {
            var link = InterestNavigation.toMatches(card.id(), getTranslation("interest.toMatches"));
            link.addClassName("button");
            next.add(link);
        }
        return next;
    }

    private Card company(Company company, Language language) {
        String name = company.name().text(language);
        Card card = new Card(new Headline(
                Avatar.ofOrganisation(name, company.id()),
                name,
                company.sector().text(language)));
        if (!company.summary().isEmpty()) {
            card.add(new Paragraph(
                    new LanguageText(company.summary().ko(), company.summary().en(), getLocale())));
        }
        if (company.fictional()) {
            card.add(new Tag(getTranslation("interest.fictional")));
        }
        return card;
    }

    private Optional<Card> history(Actor actor, InterestId shown, Language language) {
        List<Timeline.Entry> entries = desk.history(actor, shown).reversed().stream()
                .map(step -> new Timeline.Entry(
                        step.person() == null ? null : step.person().text(language),
                        getTranslation("interest.step." + step.command().name()),
                        step.at(),
                        null,
                        step.to() == InterestState.OPEN ? Tone.OK : Tone.NEUTRAL))
                .toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(getTranslation("interest.history"), new Timeline(entries, clock.instant())));
    }
}
