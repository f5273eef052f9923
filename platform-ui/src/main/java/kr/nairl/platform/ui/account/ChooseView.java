package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
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
        removeAll();
        Language language = Language.of(getLocale());
        add(new PageHeader(getTranslation("account.choose.title")).withLead(getTranslation("account.choose.lead")));
        List<Login.Acting> actings =
                current.signedIn().flatMap(SignedIn::login).map(Login::actings).orElse(List.of());
        if (actings.isEmpty()) {
            add(new EmptyState(
                    Glyph.BUILDING_2,
                    getTranslation("account.choose.none"),
                    getTranslation("account.choose.none.advice")));
            return;
        }
        Optional<Login.Acting> now = current.signedIn().flatMap(SignedIn::acting);
        ListCard list = new ListCard(getTranslation("account.choose.list"));
        for (Login.Acting acting : actings) {
            String name = acting.name().text(language);
            boolean chosen = now.filter(acting::equals).isPresent();
            list.withRow(
                    Avatar.ofOrganisation(name, acting.organisation()),
                    new Span(name),
                    new Div(acting.roles().stream()
                            .sorted()
                            .map(role -> getTranslation("role." + role.name()))
                            .collect(Collectors.joining(" · "))),
                    chosen
                            ? new Tag(getTranslation("account.choose.now"), Tone.OK)
                            : Buttons.plain(getTranslation("account.choose.do"), click -> choose(acting)));
        }
        add(list);
    }

    /** With a fresh page: nothing of the other organisation stays on the screen. */
    private void choose(Login.Acting acting) {
        current.actFor(acting.organisation());
        getUI().ifPresent(ui -> ui.getPage().setLocation(START));
    }
}
