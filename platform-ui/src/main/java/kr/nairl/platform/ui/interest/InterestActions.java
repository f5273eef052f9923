package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestPage;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Toast;

/** What a company can do with its interest now: a button for each command that is permitted. */
class InterestActions extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final InterestId id;
    private final int version;
    private final InterestState state;
    private final transient InterestDesk desk;
    private final transient CurrentActor current;
    private final transient Runnable after;

    InterestActions(InterestPage page, InterestDesk desk, CurrentActor current, Runnable after) {
        this.id = page.card().id();
        this.version = page.card().version();
        this.state = page.card().state();
        this.desk = desk;
        this.current = current;
        this.after = after;
        addClassName("row");
        if (page.deletable()) {
            add(Buttons.quiet(
                    getTranslation("interest.do.DELETE"),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("interest.delete.question"),
                            getTranslation("interest.delete.consequence"),
                            getTranslation("interest.do.DELETE"),
                            this::delete)));
        }
        Set<InterestCommand> permitted = page.card().permitted();
        permitted.stream().sorted(Comparator.reverseOrder()).map(this::button).forEach(this::add);
        RouterLink edit = InterestNavigation.toEdit(id, getTranslation("interest.edit"));
        edit.addClassName("button");
        addComponentAsFirst(edit);
    }

    private Button button(InterestCommand command) {
        String text = command == InterestCommand.OPEN && state == InterestState.PAUSED
                ? getTranslation("interest.do.RESUME")
                : getTranslation("interest.do." + command.name());
        return switch (command) {
            case OPEN, RENEW -> Buttons.primary(text, click -> apply(command));
            case PAUSE, EXPIRE -> Buttons.plain(text, click -> apply(command));
            case CLOSE ->
                Buttons.quiet(
                        text,
                        click -> Confirmation.askBeforeLoss(
                                getTranslation("interest.close.question"),
                                getTranslation("interest.close.consequence"),
                                text,
                                () -> apply(command)));
        };
    }

    private void apply(InterestCommand command) {
        try {
            switch (desk.apply(current.actor(), id, command, version)) {
                case InterestOutcome.Moved moved -> {
                    Toast.success(getTranslation(
                            "interest.moved." + moved.interest().state().name()));
                    after.run();
                }
                case InterestOutcome.Refused refused -> refused(refused);
            }
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("interest.stale"));
            after.run();
        }
    }

    private void refused(InterestOutcome.Refused refused) {
        if (refused.missing().isEmpty()) {
            Toast.error(getTranslation("interest.refused." + refused.reason().name()));
            return;
        }
        List<String> missing =
                new TreeSet<>(refused.missing()).stream().map(Enum::name).toList();
        getUI().ifPresent(ui -> ui.navigate(
                InterestEditView.class,
                InterestNavigation.of(id),
                new QueryParameters(Map.of(InterestEditView.MISSING, missing))));
    }

    private void delete() {
        try {
            desk.delete(current.actor(), id, version);
            Toast.success(getTranslation("interest.deleted"));
            getUI().ifPresent(ui -> ui.navigate(InterestsView.class));
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("interest.stale"));
        }
    }
}
