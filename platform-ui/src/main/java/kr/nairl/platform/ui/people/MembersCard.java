package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.organisation.Member;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.account.AccountNavigation;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;

/** The members with their roles; changing those, and ending a membership. */
final class MembersCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ListCard list;
    private final OrganisationId organisation;
    private final transient PeopleDesk desk;
    private final transient Set<Role> offered;
    private final Command after;

    MembersCard(String title, OrganisationId organisation, OrganisationKind kind, PeopleDesk desk, Command after) {
        this.list = new ListCard(title);
        add(list);
        this.organisation = organisation;
        this.desk = desk;
        this.offered = desk.members().offered(desk.current().actor(), kind);
        this.after = after;
    }

    void withMember(Member member) {
        Language language = Language.of(getLocale());
        String name = member.name().text(language);
        boolean self = desk.current().actor() instanceof Actor.Person reader
                && reader.id().equals(member.person());
        Div title = Columns.row(new Span(name));
        if (self) {
            title.add(new Tag(getTranslation("people.you"), Tone.BRAND));
        }
        Div detail = new Div(new Text(Stream.of(
                        member.title().text(language),
                        member.email() == null ? "" : member.email().value())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "))));
        detail.add(lastSeen(member));
        Div end = Columns.row(member.roles().stream()
                .sorted()
                .map(role -> new Tag(PeopleWords.role(this, role)))
                .toArray(Tag[]::new));
        end.addClassName("member-tools");
        if (offered.containsAll(member.roles())) {
            if (self && member.roles().contains(Role.ADMINISTRATOR)) {
                end.add(Buttons.plain(
                        getTranslation("people.handOver"),
                        click -> new HandOverDialog(organisation, desk, this::changedMyself).open()));
            }
            end.add(
                    Buttons.icon(
                            Glyph.PENCIL,
                            getTranslation("people.roles.change", name),
                            click -> new RolesDialog(
                                            name,
                                            offered,
                                            member.roles(),
                                            roles -> desk.members()
                                                    .changeRoles(
                                                            desk.current().actor(),
                                                            organisation,
                                                            member.person(),
                                                            roles),
                                            outcome -> finish(outcome, self))
                                    .open()),
                    Buttons.icon(
                            Glyph.TRASH_2,
                            getTranslation("people.remove", name),
                            click -> Confirmation.askBeforeLoss(
                                    getTranslation("people.remove.question", name),
                                    getTranslation("people.remove.consequence"),
                                    getTranslation("people.remove.do"),
                                    () -> finish(
                                            desk.members()
                                                    .remove(desk.current().actor(), organisation, member.person()),
                                            self))));
        }
        list.withRow(Avatar.ofPerson(name), title, detail, end);
    }

    private Div lastSeen(Member member) {
        Div line = new Div();
        line.addClassNames("small", "faint");
        if (member.lastSeen() == null) {
            line.setText(getTranslation("people.seen.never"));
        } else {
            line.add(
                    new Text(getTranslation("people.seen") + " "),
                    new RelativeTime(member.lastSeen(), desk.clock().instant()));
        }
        return line;
    }

    /** Says that there is nobody. */
    void withNobody(Paragraph words) {
        list.withRow(words);
    }

    private void finish(Members.Outcome outcome, boolean self) {
        switch (outcome) {
            case Members.Outcome.Done done when self -> changedMyself();
            case Members.Outcome.Done done -> {
                Toast.success(getTranslation("people.changed"));
                after.execute();
            }
            case Members.Outcome.LastAdministrator last -> {
                Toast.error(getTranslation("people.lastAdministrator"));
                after.execute();
            }
        }
    }

    /** This page may be closed to the reader now; their account says what is left. */
    private void changedMyself() {
        desk.current().refresh();
        Toast.success(getTranslation("people.changed"));
        getUI().ifPresent(AccountNavigation::open);
    }
}
