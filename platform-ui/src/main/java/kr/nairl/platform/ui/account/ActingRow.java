package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;
import org.jspecify.annotations.Nullable;

/** One organisation that a person may act for, and as what. */
final class ActingRow {

    private ActingRow() {}

    static void add(ListCard list, Login.Acting acting, @Nullable Component trailing) {
        String name = acting.name().text(Language.of(Formats.here().locale()));
        list.withRow(
                Avatar.ofOrganisation(name, acting.organisation()),
                new Span(name),
                new Div(acting.roles().stream()
                        .sorted()
                        .map(role -> list.getTranslation("role." + role.name()))
                        .collect(Collectors.joining(" · "))),
                trailing);
    }
}
