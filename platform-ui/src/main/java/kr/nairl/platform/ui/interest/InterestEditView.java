package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.Interest;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestOutcome.Missing;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.TopicSuggestions;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.matching.MatchNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * Where an interest is written. A draft saves itself; one that others see is saved with a button, so that nobody reads
 * half a sentence.
 */
@Route(value = "interests/new", layout = MainLayout.class)
@RouteAlias(value = "interests/:id/edit", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class InterestEditView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    /** What the address may name as lacking after an opening was refused elsewhere. */
    static final String MISSING = "missing";

    /** The address may name a topic that a new interest begins with, by its slug. */
    static final String TOPIC = "topic";

    private static final long serialVersionUID = 1L;

    private final transient InterestDesk desk;
    private final transient Concepts concepts;
    private final transient SubProjects subProjects;
    private final transient TopicSuggestions suggestions;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private @Nullable InterestKeeper keeper;

    InterestEditView(
            InterestDesk desk,
            Concepts concepts,
            SubProjects subProjects,
            TopicSuggestions suggestions,
            CurrentActor current,
            Clock clock) {
        this.desk = desk;
        this.concepts = concepts;
        this.subProjects = subProjects;
        this.suggestions = suggestions;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("interest.write.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        Interest interest = null;
        if (entering.getRouteParameters().get("id").isPresent()) {
            try {
                interest = desk.own(
                        current.actor(),
                        InterestId.of(entering.getRouteParameters().get("id").orElseThrow()));
            } catch (IllegalArgumentException noId) {
                throw new NotFoundException();
            }
        }
        show(interest);
        if (interest == null) {
            entering.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(TOPIC)
                    .ifPresent(slug -> form().suggest(concepts.bySlugs(current.actor(), List.of(slug))));
        }
        Set<Missing> missing = entering.getLocation().getQueryParameters().getParameters(MISSING).stream()
                .flatMap(value ->
                        Arrays.stream(Missing.values()).filter(one -> one.name().equals(value)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Missing.class)));
        if (!missing.isEmpty()) {
            form().lacks(missing);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (keeper != null && keeper.isUnsaved()) {
            BeforeLeaveEvent.ContinueNavigationAction go = leaving.postpone();
            Confirmation.askBeforeLoss(
                    getTranslation("interest.leave.question"),
                    getTranslation("interest.leave.consequence"),
                    getTranslation("interest.leave"),
                    go::proceed,
                    go::cancel);
        }
    }

    private InterestForm form() {
        return getChildren()
                .filter(InterestForm.class::isInstance)
                .map(InterestForm.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void show(@Nullable Interest interest) {
        removeAll();
        Actor actor = current.actor();
        InterestForm form = new InterestForm(
                Topics.picker(this, concepts, current),
                subProjects.all(actor).stream().map(SubProjectCard::name).toList());
        if (suggestions.isOn()) {
            form.underTopics(new SuggestTopics(suggestions, concepts, current, form));
        }
        if (interest != null) {
            form.show(interest.words(), concepts.byIds(actor, interest.words().topics()));
        }
        InterestKeeper kept = new InterestKeeper(form, interest, desk, current, clock);
        keeper = kept;
        form.onChange(kept::changed);
        PageHeader header = new PageHeader(
                        getTranslation(interest == null ? "interest.write.new" : "interest.write.title"))
                .withPath(
                        List.of(InterestNavigation.toOwn(getTranslation("nav.interests"))),
                        interest == null
                                ? getTranslation("interest.write.here")
                                : interest.words().title().text(Language.of(getLocale())))
                .withLead(getTranslation("interest.write.lead"))
                .withActions(kept);
        if (interest == null || interest.state() == InterestState.DRAFT) {
            header.withActions(
                    Buttons.plain(getTranslation("interest.write.later"), click -> later(kept)),
                    Buttons.primary(getTranslation("interest.write.open"), click -> open(form, kept)));
        } else {
            header.withActions(Buttons.primary(getTranslation("interest.write.save"), click -> finish(kept)));
        }
        add(header, form);
    }

    private void later(InterestKeeper kept) {
        if (!kept.isUnsaved() || kept.save()) {
            getUI().ifPresent(ui -> ui.navigate(InterestsView.class));
        }
    }

    private void finish(InterestKeeper kept) {
        if (kept.save()) {
            Toast.success(getTranslation("interest.write.saved"));
            kept.id().ifPresent(this::leaveTo);
        }
    }

    private void open(InterestForm form, InterestKeeper kept) {
        boolean stored = kept.save();
        if (!form.hasTitle()) {
            form.lacks(stored ? EnumSet.of(Missing.TITLE) : EnumSet.allOf(Missing.class));
            return;
        }
        if (!stored) {
            return;
        }
        InterestId id = kept.id().orElseThrow();
        try {
            switch (desk.apply(current.actor(), id, InterestCommand.OPEN, kept.version())) {
                case InterestOutcome.Moved moved -> {
                    Toast.success(getTranslation("interest.moved.OPEN"));
                    getUI().ifPresent(ui -> MatchNavigation.goToMatches(ui, id));
                }
                case InterestOutcome.Refused refused -> {
                    form.lacks(refused.missing());
                    if (refused.missing().isEmpty()) {
                        Toast.error(getTranslation(
                                "interest.refused." + refused.reason().name()));
                    }
                }
            }
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("interest.stale"));
        }
    }

    private void leaveTo(InterestId id) {
        getUI().ifPresent(ui -> ui.navigate(InterestView.class, InterestNavigation.of(id)));
    }
}
