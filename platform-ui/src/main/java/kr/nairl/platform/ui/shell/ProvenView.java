package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.Serial;
import kr.nairl.platform.ui.component.PageHeader;

/** Where a window ends in which somebody proved who they are: it tells the page that asked, and goes. */
@Route(value = "proven", layout = MainLayout.class)
@PermitAll
class ProvenView extends Div implements HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    ProvenView() {
        add(new PageHeader(getTranslation("account.proven.title")).withLead(getTranslation("account.proven.lead")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.proven.title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement()
                .executeJs(
                        "new BroadcastChannel($0).postMessage('done'); if (window.opener) window.close();",
                        ProofDialog.CHANNEL);
    }
}
