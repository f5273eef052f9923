package kr.nairl.platform.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.ui.component.Glyph;

/** A part of the platform that the person's role does not reach. Things of other organisations get 'not found'. */
@AnonymousAllowed
class NoAccessPage extends ErrorPage implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {
    private final ShellContents contents;

    NoAccessPage(ShellContents contents) {
        this.contents = contents;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<AccessDeniedException> error) {
        contents.refused(new ForbiddenException("the page is not for this role"));
        say(Glyph.LOCK, "error.noAccess.title", "error.noAccess.advice");
        return HttpStatusCode.FORBIDDEN.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.noAccess.title");
    }
}
