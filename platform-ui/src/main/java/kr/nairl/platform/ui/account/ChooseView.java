package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;

/** Whom to act for, for somebody with several memberships. What is seen from here on is that organisation's alone. */
@Route(value = "choose", layout = MainLayout.class)
@PermitAll
class ChooseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** The parameter with the organisation to act for. */
    static final String TO = "to";

    private static final String START = "/home";

    private final transient CurrentActor current;

    ChooseView(CurrentActor current) {
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.choose.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (entering.getTrigger() != NavigationTrigger.PAGE_LOAD && chooseAsked(entering)) {
            return;
        }
        removeAll();
        add(new PageHeader(getTranslation("account.choose.title")).withLead(getTranslation("account.choose.lead")));
        List<Login.Acting> actings = actings();
        List<Login.HeldBack> heldBack =
                current.signedIn().map(SignedIn::heldBack).orElse(List.of());
        if (!heldBack.isEmpty()) {
            add(new HeldBackCard(heldBack));
        }
        if (actings.isEmpty() && heldBack.isEmpty()) {
            add(new EmptyState(
                    Glyph.BUILDING_2,
                    getTranslation("account.choose.none"),
                    getTranslation("account.choose.none.advice")));
            return;
        }
        if (actings.isEmpty()) {
            return;
        }
        Optional<Login.Acting> now = current.signedIn().flatMap(SignedIn::acting);
        ListCard list = new ListCard(getTranslation("account.choose.list"));
        for (Login.Acting acting : actings) {
            ActingRow.add(
                    list,
                    acting,
                    now.filter(acting::equals).isPresent()
                            ? new Tag(getTranslation("account.choose.now"), Tone.OK)
                            : Buttons.plain(getTranslation("account.choose.do"), click -> choose(acting)));
        }
        add(list);
    }

    private List<Login.Acting> actings() {
        return current.signedIn().flatMap(SignedIn::login).map(Login::actings).orElse(List.of());
    }

    /** From the menu of a page, which asks first whether unsaved words may go. A link from elsewhere chooses nothing. */
    private boolean chooseAsked(BeforeEnterEvent entering) {
        Optional<Login.Acting> asked = entering.getLocation().getQueryParameters().getSingleParameter(TO).stream()
                .flatMap(organisation -> actings().stream()
                        .filter(acting -> acting.organisation().toString().equals(organisation)))
                .findFirst();
        if (asked.isEmpty()) {
            return false;
        }
        if (current.signedIn().flatMap(SignedIn::acting).equals(asked)) {
            entering.forwardTo(START.substring(1));
        } else {
            choose(asked.get());
        }
        return true;
    }

    /**
     * With a fresh page in every tab of this browser: nothing of the other organisation stays on the screen, and what
     * was begun for it in another tab is not sent in this one's name.
     */
    private void choose(Login.Acting acting) {
        current.actFor(acting.organisation());
        UI here = UI.getCurrent();
        here.getPage().setLocation(START);
        for (UI tab : here.getSession().getUIs()) {
            if (tab != here) {
                tab.access(() -> {
                    tab.getPage().setLocation(START);
                    tab.close();
                });
            }
        }
    }
}
