package kr.nairl.platform.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.ui.component.Glyph;

/** The core knows no such thing for this reader: the same page as for an address that leads nowhere. */
@AnonymousAllowed
class AbsentPage extends ErrorPage implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<NotFoundException> error) {
        say(Glyph.SEARCH, "error.notFound.title", "error.notFound.advice");
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.notFound.title");
    }
}
