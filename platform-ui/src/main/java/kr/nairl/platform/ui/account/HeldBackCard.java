package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.auth.ThroughProvider;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.ListCard;
import org.jspecify.annotations.Nullable;

/** Organisations that the person belongs to and that ask for another way of signing in, with that way. */
final class HeldBackCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String START = "/home";

    HeldBackCard(List<Login.HeldBack> heldBack) {
        ListCard list = new ListCard(getTranslation("account.choose.heldBack"));
        for (Login.HeldBack one : heldBack) {
            String name = one.name().text(Language.of(getLocale()));
            list.withRow(
                    Avatar.ofOrganisation(name, one.organisation()),
                    new Span(name),
                    new Div(getTranslation(
                            one.provider() == null
                                    ? "account.choose.heldBack.none"
                                    : "account.choose.heldBack.provider")),
                    way(name, one.provider()));
        }
        add(list);
    }

    private @Nullable Component way(String name, @Nullable String provider) {
        if (provider == null) {
            return null;
        }
        return Buttons.primary(getTranslation("account.choose.heldBack.do", name), click -> {
            String address = ThroughProvider.signInAndOpen(
                    VaadinServletRequest.getCurrent().getHttpServletRequest(), provider, START);
            getUI().ifPresent(ui -> ui.getPage().setLocation(address));
        });
    }
}
