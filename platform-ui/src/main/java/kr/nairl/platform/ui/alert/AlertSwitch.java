package kr.nairl.platform.ui.alert;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.Alert;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.Frequency;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Toast;

/** Beside a ranking: has its reader told of new matches, or says how often that is done and leads to changing it. */
public final class AlertSwitch extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AlertDesk desk;
    private final transient CurrentActor current;
    private final transient Watched.Matches watched;

    /** @param watched what is told when nothing else was chosen before */
    public AlertSwitch(AlertDesk desk, CurrentActor current, Watched.Matches watched) {
        this.desk = desk;
        this.current = current;
        this.watched = watched;
        addClassName("alert-switch");
        show();
    }

    private void show() {
        removeAll();
        Frequency now = existing().map(Alert::frequency).orElse(Frequency.OFF);
        if (now == Frequency.OFF) {
            Button button = Buttons.plain(getTranslation("alert.begin"), click -> begin());
            button.setIcon(Glyph.BELL.icon());
            button.setTooltipText(getTranslation("alert.begin.hint"));
            add(button);
        } else {
            RouterLink link =
                    AlertNavigation.button(getTranslation("alert.on", getTranslation("alert.frequency." + now.name())));
            link.addComponentAsFirst(Glyph.BELL.icon());
            add(link);
        }
    }

    private void begin() {
        Optional<Alert> before = existing();
        Watched.Matches chosen =
                before.map(Alert::watched).map(Watched.Matches.class::cast).orElse(watched);
        desk.add(current.actor(), chosen, Frequency.DAILY);
        Toast.success(getTranslation("alert.begun"));
        show();
    }

    private Optional<Alert> existing() {
        Actor reader = current.actor();
        return switch (watched) {
            case Watched.Experts(var interest, var threshold) -> desk.about(reader, interest);
            case Watched.Needs needs -> desk.aboutNeeds(reader);
        };
    }
}
