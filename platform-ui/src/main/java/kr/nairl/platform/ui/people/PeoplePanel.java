package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.Member;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageLinks;
import org.jspecify.annotations.Nullable;

/** An organisation's members at the left; inviting somebody and the invitations under way beside them. */
final class PeoplePanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SIZE = 25;
    private static final int INVITATIONS = 20;

    private final OrganisationId organisation;
    private final OrganisationKind kind;
    private final transient PeopleDesk desk;
    private final Class<? extends Component> route;
    private final RouteParameters parameters;
    private final QueryParameters query;
    private final Div members = Columns.stack();
    private final Div invited = Columns.stack();
    private transient Changes.@Nullable Subscription subscription;

    PeoplePanel(
            OrganisationId organisation,
            OrganisationKind kind,
            PeopleDesk desk,
            Class<? extends Component> route,
            RouteParameters parameters,
            QueryParameters query) {
        this.organisation = organisation;
        this.kind = kind;
        this.desk = desk;
        this.route = route;
        this.parameters = parameters;
        this.query = query;
        add(Columns.mainAndSide(members, new MemberInvite(organisation, kind, desk, this::show), invited));
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = desk.changes().subscribe(change -> {
            if (change.kind() == Changes.Kind.MEMBERSHIP || change.kind() == Changes.Kind.EVERYTHING) {
                ui.access(this::show);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void show() {
        Actor actor = desk.current().actor();
        Page<Member> page =
                desk.members().list(actor, organisation, new PageRequest(PageLinks.offset(query, SIZE), SIZE));
        MembersCard card =
                new MembersCard(getTranslation("people.members", page.total()), organisation, kind, desk, this::show);
        page.items().forEach(card::withMember);
        members.removeAll();
        members.add(
                card,
                new PageLinks(getTranslation("organisation.pages"), route, parameters, query, SIZE, page.total()));
        if (page.items().isEmpty()) {
            card.withNobody(quiet("people.members.none"));
        }
        List<Invitation> sent = desk.invitations()
                .list(actor, organisation, PageRequest.first(INVITATIONS))
                .items();
        ListCard list = new ListCard(getTranslation("people.invitations"));
        sent.forEach(one -> list.withRow(new InvitationSteps(
                one, desk.invitations(), desk.current(), desk.clock().instant(), this::show)));
        if (sent.isEmpty()) {
            list.withRow(quiet("people.invitations.none"));
        }
        invited.removeAll();
        invited.add(list);
    }

    private Paragraph quiet(String key) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassNames("small", "dim");
        return text;
    }
}
