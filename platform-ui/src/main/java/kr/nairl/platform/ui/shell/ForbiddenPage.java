package kr.nairl.platform.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.ui.component.Glyph;

/** The core refused what the reader may see but not do. */
@AnonymousAllowed
class ForbiddenPage extends ErrorPage implements HasErrorParameter<ForbiddenException>, HasDynamicTitle {
    private final ShellContents contents;

    ForbiddenPage(ShellContents contents) {
        this.contents = contents;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<ForbiddenException> error) {
        contents.refused(error.getException());
        say(Glyph.LOCK, "error.noAccess.title", "error.noAccess.advice");
        return HttpStatusCode.FORBIDDEN.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.noAccess.title");
    }
}
