package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import kr.nairl.platform.ui.component.Glyph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of ours: the page shows a reference number, the log holds the cause under the same number. */
@AnonymousAllowed
class SomethingWrongPage extends ErrorPage implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(SomethingWrongPage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<Exception> error) {
        FaultNumber number = FaultNumber.next();
        LOG.error("Fault {} at /{}", number, entering.getLocation().getPath(), error.getCaughtException());
        Paragraph reference = new Paragraph(getTranslation("error.wrong.reference", number));
        reference.addClassNames("small", "num");
        say(Glyph.TRIANGLE_ALERT, "error.wrong.title", "error.wrong.advice", reference);
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.wrong.title");
    }
}
