package kr.nairl.platform.core.collaboration;

import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;

/** The people that requests are about: a company, a researcher, a lab manager, and a company that it concerns nothing. */
public final class RequestCast {

    public static final String PROPOSAL =
            "CANARY-PROPOSAL: we bring ten thousand hours of exercise videos with consent and want to know which joint moves first.";

    /** Shared by all tests: their numbers are few. */
    public static final SubProjectId SUB_PROJECT = subProject();

    public static final SubProjectId OTHER_SUB_PROJECT = subProject();

    public final OrganisationId company = CoreDatabase.organisation("COMPANY", "에버런", "Everrun " + UUID.randomUUID());
    public final Actor.Person member = CoreDatabase.person(company, "윤하나", Role.MEMBER);
    public final Actor.Person administrator = CoreDatabase.person(company, "정다운", Role.MEMBER, Role.ADMINISTRATOR);
    public final OrganisationId university = CoreDatabase.organisation("UNIVERSITY", "한빛대", "Hanbit");
    public final Actor.Person scholar = CoreDatabase.person(university, "김승룡", Role.RESEARCHER);
    public final ResearcherId researcher = researcher(scholar, SUB_PROJECT);
    public final Actor.Person otherScholar = CoreDatabase.person(university, "박다른", Role.RESEARCHER);
    public final ResearcherId otherResearcher = researcher(otherScholar, OTHER_SUB_PROJECT);
    public final Actor.Person manager =
            CoreDatabase.person(CoreDatabase.organisation("LAB", "거점", "Lab"), "최관리", Role.LAB_MANAGER);
    public final OrganisationId strangers = CoreDatabase.organisation("COMPANY", "남남", "Strangers");
    public final Actor.Person stranger = CoreDatabase.person(strangers, "남모름", Role.MEMBER, Role.ADMINISTRATOR);

    private final RequestDesk desk = CoreDatabase.bean(RequestDesk.class);
    private final RequestBox box = CoreDatabase.bean(RequestBox.class);

    /** A complete draft with this title. */
    public static RequestDraft words(String title) {
        return new RequestDraft(
                title,
                "Small models that count repetitions on a phone.",
                PROPOSAL,
                "CANARY-OFFER: data and two engineers",
                "CANARY-OUTCOME: a joint paper",
                RequestMode.JOINT_RESEARCH);
    }

    /** A new, empty draft of the member to the researcher. */
    public RequestId draft() {
        return begun(desk.begin(
                member, new Beginning(null, new Beginning.ToResearcher(researcher), RequestMode.JOINT_RESEARCH)));
    }

    /** A request of the member that the researcher has received; its version is 2. */
    public RequestId sent(String title) {
        return sentTo(researcher, title);
    }

    /** The same to another researcher. */
    public RequestId sentTo(ResearcherId addressee, String title) {
        RequestId id = begun(desk.begin(
                member, new Beginning(null, new Beginning.ToResearcher(addressee), RequestMode.JOINT_RESEARCH)));
        int version = desk.save(member, id, words(title), 0);
        MoveOutcome outcome = desk.send(member, id, version);
        if (!outcome.equals(new MoveOutcome.Moved(RequestState.SENT, 2))) {
            throw new AssertionError(outcome);
        }
        return id;
    }

    /** A request that the researcher has accepted. */
    public RequestId accepted(String title) {
        RequestId id = sent(title);
        MoveOutcome outcome = desk.accept(scholar, id, null, 2);
        if (!outcome.equals(new MoveOutcome.Moved(RequestState.ACCEPTED, 3))) {
            throw new AssertionError(outcome);
        }
        return id;
    }

    /** The request as its sender sees it. */
    public RequestPage page(RequestId id) {
        return box.open(member, id);
    }

    /** The id of what was begun. */
    public static RequestId begun(BeginOutcome outcome) {
        return switch (outcome) {
            case BeginOutcome.Begun(RequestId id) -> id;
            case BeginOutcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    /** A researcher's page that belongs to the person. */
    public static ResearcherId researcher(Actor.Person person, SubProjectId subProject) {
        ResearcherId id = ResearcherId.fresh();
        CoreDatabase.asOwner(
                """
                INSERT INTO researcher (id, slug, person_id, organisation_id, sub_project_id, role, name_ko, name_en, search_key, updated_at)
                VALUES (?, ?, ?, ?, ?, 'RESEARCHER', '김승룡', 'Seungryong Kim', '|김승룡|ㄱㅅㄹ|seungryongkim|', now())""",
                id.value(),
                "r" + id,
                person.id().value(),
                person.organisation().value(),
                subProject.value());
        return id;
    }

    /** Makes somebody lead the sub-project. */
    public static void leads(SubProjectId subProject, ResearcherId researcher) {
        CoreDatabase.asOwner(
                "UPDATE sub_project SET principal_investigator_id = ? WHERE id = ?",
                researcher.value(),
                subProject.value());
    }

    /** Takes the sub-project's lead away, whom another test may have named: nobody stands in for its researchers then. */
    static void nobodyLeads(SubProjectId subProject) {
        CoreDatabase.asOwner(
                "UPDATE sub_project SET principal_investigator_id = NULL WHERE id = ?", subProject.value());
    }

    /** An open interest of the company. */
    public InterestId interest(OrganisationId organisation, Actor.Person by) {
        InterestId id = InterestId.fresh();
        CoreDatabase.asOwner("""
                INSERT INTO interest (id, organisation_id, title_ko, mode, budget_band, audience, state, opened_at, expires_at, created_by, created_at, updated_at)
                VALUES (?, ?, '영상 언어 모델', 'JOINT_RESEARCH', 'UNDECIDED', 'ACCEPTED', 'OPEN', now(), now() + interval '1 year', ?, now(), now())""", id.value(), organisation.value(), by.id().value());
        return id;
    }

    static SubProjectId subProject() {
        SubProjectId id = SubProjectId.fresh();
        CoreDatabase.asOwner("""
                INSERT INTO sub_project (id, number, slug, title_ko, title_en)
                SELECT ?, max(n), ?, '영상 이해', 'Video understanding' FROM generate_series(1, 99) n
                 WHERE NOT EXISTS (SELECT 1 FROM sub_project s WHERE s.number = n)""", id.value(), "s" + id);
        return id;
    }
}
