package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import kr.nairl.platform.ui.component.Toast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault while a page is open: it stays open, the person is told, and the log holds the cause under the same number. */
final class FaultHandler implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    @Override
    public void error(ErrorEvent event) {
        FaultNumber number = FaultNumber.next();
        LOG.error("Fault {}", number, event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.error(ui.getTranslation("error.wrong.toast", number)));
        }
    }
}
