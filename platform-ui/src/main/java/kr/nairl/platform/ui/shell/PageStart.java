package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Prepares each page before its first byte: language, theme and the lab's colour stand on the html element, so nothing
 * flashes and no script has to run; then Vaadin's own messages in the reader's language.
 */
@Component
class PageStart implements VaadinServiceInitListener {

    private static final String SESSION = "context://scripts/session.js";

    private final ShellContents contents;
    private final PlatformMessages messages;

    PageStart(ShellContents contents, PlatformMessages messages) {
        this.contents = contents;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(this::dress);
        init.getSource().addUIInitListener(start -> prepare(start.getUI()));
        init.getSource()
                .addSessionInitListener(start -> start.getSession().setErrorHandler(new FaultHandler(contents)));
        init.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
    }

    private void dress(IndexHtmlResponse page) {
        VaadinRequest request = page.getVaadinRequest();
        Locale language = ReaderChoices.language(contents, request);
        LabLook look = contents.look(language);
        Element html = page.getDocument().child(0);
        html.attr("lang", language.getLanguage());
        Theme theme = ReaderChoices.theme(contents, request);
        if (theme != Theme.SYSTEM) {
            html.attr("data-theme", theme.code());
        }
        if (look.colour() != null) {
            html.attr("data-brand", "");
            html.attr("style", "--lab-brand:" + look.colour());
        }
        page.getDocument().title(look.name());
    }

    private void prepare(UI ui) {
        Locale language = ReaderChoices.language(contents, VaadinRequest.getCurrent());
        ui.setLocale(language);
        ui.getReconnectDialogConfiguration().setDialogText(text("connection.lost", language));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(text("connection.gaveUp", language));
        ui.getPage().addJavaScript(SESSION);
        ui.getPage().executeJs("window.platformSession.watch($0)", ui.getUIId());
    }

    private SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(text("session.expired", locale));
        words.setSessionExpiredMessage(text("session.expired.advice", locale));
        words.setInternalErrorCaption(text("error.wrong.title", locale));
        words.setInternalErrorMessage(text("error.wrong.reload", locale));
        words.setCookiesDisabledCaption(text("cookies.disabled", locale));
        words.setCookiesDisabledMessage(text("cookies.disabled.advice", locale));
        words.setSyncErrorCaption(text("error.wrong.title", locale));
        words.setSyncErrorMessage(text("error.wrong.reload", locale));
        return words;
    }

    private String text(String key, Locale locale) {
        return messages.getTranslation(key, locale);
    }
}
