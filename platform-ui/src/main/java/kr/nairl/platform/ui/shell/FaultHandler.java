package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Toast;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when an action on an open page fails: the page stays, with all that was typed, and the person is told. What
 * the core expects to happen (gone, not allowed, somebody was faster) is said in words; a fault of ours gets a number
 * under which the log holds the cause. Whoever lost their membership goes to a page that says so, and whoever has to
 * prove who they are does so in a window of its own.
 */
final class FaultHandler implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    private final ShellContents contents;

    FaultHandler(ShellContents contents) {
        this.contents = contents;
    }

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        switch (event.getThrowable()) {
            case AuthorityEndedException ended -> {
                contents.refused(ended);
                if (ui != null) {
                    ui.access(() -> ui.getPage().reload());
                }
            }
            case NotFoundException absent -> say(ui, "error.absent.toast");
            case ForbiddenException forbidden -> {
                contents.refused(forbidden);
                say(ui, "error.forbidden.toast");
            }
            case ProofNeededException unproven -> {
                if (ui != null) {
                    ui.access(() -> new ProofDialog().open());
                }
            }
            case StaleException stale -> say(ui, "error.stale.toast");
            case Throwable fault -> {
                FaultNumber number = FaultNumber.next();
                LOG.error("Fault {}", number, fault);
                say(ui, "error.wrong.toast", number);
            }
        }
    }

    private static void say(@Nullable UI ui, String key, Object... parameters) {
        if (ui != null) {
            ui.access(() -> Toast.error(ui.getTranslation(key, parameters)));
        }
    }
}
