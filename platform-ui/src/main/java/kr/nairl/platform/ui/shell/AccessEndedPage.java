package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.ui.component.Glyph;

/** A membership or a role was taken away while its holder was signed in; from here on the session knows. */
@AnonymousAllowed
class AccessEndedPage extends ErrorPage implements HasErrorParameter<AuthorityEndedException>, HasDynamicTitle {
    private static final String BEGINNING = "/home";

    private final ShellContents contents;

    AccessEndedPage(ShellContents contents) {
        this.contents = contents;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<AuthorityEndedException> error) {
        contents.refused(error.getException());
        contents.readAuthorityAgain();
        Anchor on = new Anchor(BEGINNING, getTranslation("error.accessEnded.on"));
        on.addClassName("button");
        on.setRouterIgnore(true);
        say(Glyph.LOCK, "error.accessEnded.title", "error.accessEnded.advice", on);
        return HttpStatusCode.FORBIDDEN.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.accessEnded.title");
    }
}
