package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.organisation.Member;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Buttons;

/** Whom the reader passes their own administration on to. */
final class HandOverDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int OFFERED = 200;

    HandOverDialog(OrganisationId organisation, PeopleDesk desk, Command after) {
        setHeaderTitle(getTranslation("people.handOver.title"));
        setWidth("32rem");
        addClassName("hand-over");
        Paragraph consequence = new Paragraph(getTranslation("people.handOver.consequence"));
        consequence.addClassName("dim");
        List<Member> successors = successors(organisation, desk);
        ComboBox<Member> to = new ComboBox<>(getTranslation("people.handOver.to"));
        to.setWidthFull();
        to.setItems(successors);
        to.setItemLabelGenerator(this::label);
        Button pass = Buttons.primary(getTranslation("people.handOver.do"), click -> {
            if (to.getValue() == null) {
                to.setErrorMessage(getTranslation("people.handOver.choose"));
                to.setInvalid(true);
                return;
            }
            desk.members()
                    .handOver(
                            desk.current().actor(), organisation, to.getValue().person());
            close();
            after.execute();
        });
        if (successors.isEmpty()) {
            add(new Paragraph(getTranslation("people.handOver.nobody")));
        } else {
            add(consequence, to);
        }
        getFooter().add(Buttons.quiet(getTranslation("component.cancel"), click -> close()));
        if (!successors.isEmpty()) {
            getFooter().add(pass);
        }
    }

    private static List<Member> successors(OrganisationId organisation, PeopleDesk desk) {
        Actor actor = desk.current().actor();
        return desk.members().list(actor, organisation, PageRequest.first(OFFERED)).items().stream()
                .filter(member ->
                        !(actor instanceof Actor.Person self && self.id().equals(member.person())))
                .filter(member -> Set.of(Role.MEMBER, Role.ADMINISTRATOR).containsAll(member.roles()))
                .toList();
    }

    private String label(Member member) {
        String name = member.name().text(Language.of(getLocale()));
        return member.email() == null ? name : name + " · " + member.email().value();
    }
}
