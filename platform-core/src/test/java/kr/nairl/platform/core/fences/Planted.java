package kr.nairl.platform.core.fences;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;

/**
 * A company with something secret of every kind, and those who must not find it. Each secret is a word that occurs
 * nowhere else, or an id.
 */
final class Planted {

    /** Of the company alone: what it has not sent or opened. */
    static final String DRAFT = "Wovenquail";

    /** Of both sides of a request. */
    static final String CONFIDENTIAL = "Marbledfinch";

    /** Of both sides and the lab's managers. */
    static final String TIE = "Copperlinnet";

    /** Of its administrators and the lab's managers. */
    static final String INVITED = "hollowlark";

    /** Of one person. */
    static final String OWN = "Silverwren";

    /** Of the lab's managers: an application. */
    static final String APPLICANT = "Ashenplover";

    /** Of whoever writes the newsletter. */
    static final String UNPUBLISHED = "Duskyheron";

    /** Of everybody who is signed in. */
    static final String MEMBERS = "Paleosprey";

    /** Of an accepted partner: the ladder's third step. */
    static final String ACCEPTED = "Ruddycrake";

    /** Of those who work with them: a member's name. */
    static final String NAME = "Longtailedtit";

    /** Of its administrators and the lab's managers: what the audit trail says. */
    static final String AUDITED = "Slatydipper";

    private static final Instant PROVEN = Instant.parse("9999-01-01T00:00:00Z");

    final OrganisationId company;
    final Actor.Person member;
    final Actor.Person administrator;
    final Actor.Person addressee;
    final Actor.Person manager;
    final Actor.Person editor;
    final Actor.Person stranger;
    final Actor.Person otherScholar;

    final UUID subProject = UUID.randomUUID();
    final UUID researcher = UUID.randomUUID();
    final UUID otherResearcher = UUID.randomUUID();
    final UUID draftInterest = UUID.randomUUID();
    final UUID acceptedInterest = UUID.randomUUID();
    final UUID membersInterest = UUID.randomUUID();
    final UUID draftRequest = UUID.randomUUID();
    final UUID sentRequest = UUID.randomUUID();
    final UUID acceptedRequest = UUID.randomUUID();
    final UUID invitation = UUID.randomUUID();
    final UUID notice = UUID.randomUUID();
    final UUID alert = UUID.randomUUID();
    final UUID file = UUID.randomUUID();
    final UUID application = UUID.randomUUID();
    final UUID issue = UUID.randomUUID();
    final UUID story = UUID.randomUUID();
    final UUID update = UUID.randomUUID();
    final UUID event = UUID.randomUUID();
    final UUID result = UUID.randomUUID();
    final UUID concept = UUID.randomUUID();

    private final FencedCore core;

    Planted(FencedCore core) throws SQLException {
        this.core = core;
        company = organisation("COMPANY", "victim", "MEMBERS");
        member = person(company, NAME + " member", Role.MEMBER);
        administrator = person(company, NAME + " administrator", Role.MEMBER, Role.ADMINISTRATOR);
        OrganisationId university = organisation("UNIVERSITY", "university", "PUBLIC");
        addressee = person(university, "The addressee", Role.RESEARCHER);
        otherScholar = person(organisation("UNIVERSITY", "elsewhere", "PUBLIC"), "A scholar", Role.RESEARCHER);
        OrganisationId lab = organisation("LAB", "lab", "PUBLIC");
        manager = person(lab, "The manager", Role.LAB_MANAGER);
        editor = person(lab, "The editor", Role.EDITOR);
        stranger =
                person(organisation("COMPANY", "strangers", "PUBLIC"), "A stranger", Role.MEMBER, Role.ADMINISTRATOR);
        lab();
        research(university);
        interests();
        requests();
        people();
        letter();
    }

    /** Everybody who is not of the company, and nobody at all. */
    Map<String, Actor> outsiders() {
        Map<String, Actor> outsiders = new LinkedHashMap<>();
        outsiders.put("another company", stranger);
        outsiders.put("another researcher", otherScholar);
        outsiders.put("the addressee", addressee);
        outsiders.put("a lab manager", manager);
        outsiders.put("an editor", editor);
        outsiders.put("nobody", Actor.VISITOR);
        return outsiders;
    }

    /** What this outsider must never read. */
    List<String> hiddenFrom(Actor outsider) {
        boolean manages = outsider.equals(manager);
        boolean party = outsider.equals(addressee);
        Stream<String> alwaysHidden = Stream.of(DRAFT, OWN, notice.toString());
        return Stream.of(
                        alwaysHidden,
                        party ? Stream.<String>of() : Stream.of(CONFIDENTIAL, ACCEPTED),
                        party || manages ? Stream.<String>of() : Stream.of(TIE, NAME),
                        manages ? Stream.<String>of() : Stream.of(INVITED, APPLICANT, AUDITED, invitation.toString()),
                        manages || outsider.equals(editor) ? Stream.<String>of() : Stream.of(UNPUBLISHED),
                        outsider.equals(Actor.VISITOR) ? Stream.of(MEMBERS) : Stream.<String>of())
                .flatMap(one -> one)
                .toList();
    }

    /** What finds every row that is the company's or its people's, or holds one of the words. */
    String theirs() {
        return Stream.of(
                        company,
                        member.id(),
                        administrator.id(),
                        draftInterest,
                        acceptedInterest,
                        membersInterest,
                        draftRequest,
                        sentRequest,
                        acceptedRequest,
                        invitation,
                        notice,
                        alert,
                        file,
                        application,
                        story,
                        issue,
                        DRAFT,
                        CONFIDENTIAL,
                        TIE,
                        INVITED,
                        OWN,
                        APPLICANT,
                        UNPUBLISHED,
                        ACCEPTED,
                        AUDITED,
                        NAME)
                .map(Object::toString)
                .collect(Collectors.joining("|"));
    }

    private OrganisationId organisation(String kind, String slug, String audience) throws SQLException {
        OrganisationId id = OrganisationId.fresh();
        core.asSuperuser(
                """
                INSERT INTO organisation (id, slug, kind, status, partner, name_en, description_en, country, search_key, profile_audience, keycloak_id, created_at, updated_at)
                VALUES (?, ?, ?, 'ACTIVE', ?, ?, ?, 'KR', ?, ?, ?, now(), now())""",
                id.value(),
                slug,
                kind,
                "COMPANY".equals(kind),
                "The " + slug,
                audience.equals("MEMBERS") ? MEMBERS : "described",
                slug,
                audience,
                "kc-" + slug);
        return id;
    }

    private Actor.Person person(OrganisationId organisation, String name, Role... roles) throws SQLException {
        PersonId id = PersonId.fresh();
        core.asSuperuser(
                "INSERT INTO person (id, issuer, subject, email, name_en, created_at) VALUES (?, 'test', ?, ?, ?, now())",
                id.value(),
                id.toString(),
                id + "@people.example",
                name);
        core.asSuperuser(
                "INSERT INTO membership (id, person_id, organisation_id, roles, status, created_at, linked)"
                        + " VALUES (gen_random_uuid(), ?, ?, string_to_array(?, ','), 'ACTIVE', now(), true)",
                id.value(),
                organisation.value(),
                Arrays.stream(roles).map(Role::name).collect(Collectors.joining(",")));
        return new Actor.Person(id, organisation, Set.of(roles), Actor.LoginStrength.MULTI_FACTOR, PROVEN);
    }

    private void lab() throws SQLException {
        core.asSuperuser(
                "INSERT INTO lab (id, acronym, name_en, brand_colour) VALUES (gen_random_uuid(), 'LAB', 'The lab', '#112233')");
        core.asSuperuser("""
                INSERT INTO partner_application (id, state, language, organisation_kind, name_en, country, registration_kind,
                    registration_number, contact_name, contact_email, need, token_hash, created_at, confirmed_at)
                VALUES (?, 'SUBMITTED', 'en', 'COMPANY', ?, 'DE', 'NATIONAL', 'HRB1', ?, 'a@applicant.example', ?, 'x', now(), now())""", application, APPLICANT, APPLICANT, APPLICANT);
    }

    private void research(OrganisationId university) throws SQLException {
        core.asSuperuser(
                "INSERT INTO sub_project (id, number, slug, title_en) VALUES (?, 1, 'one', 'One')", subProject);
        researcher(researcher, addressee, university, "addressee");
        researcher(otherResearcher, otherScholar, otherScholar.organisation(), "other-scholar");
        core.asSuperuser(
                "INSERT INTO concept (id, slug, label_en, status, source, licence, search_key, created_at)"
                        + " VALUES (?, 'pose', 'Pose', 'CONFIRMED', 'x', 'x', 'pose', now())",
                concept);
        core.asSuperuser(
                "INSERT INTO research_result (id, slug, title, created_at) VALUES (?, 'result', 'A result', now())",
                result);
        core.asSuperuser(
                "INSERT INTO result_author (result_id, researcher_id, position) VALUES (?, ?, 0)", result, researcher);
        core.asSuperuser("""
                INSERT INTO project_update (id, sub_project_id, researcher_id, title_en, body_en, audience, published_at)
                VALUES (?, ?, ?, ?, ?, 'MEMBERS', now())""", update, subProject, researcher, MEMBERS, MEMBERS);
    }

    private void researcher(UUID id, Actor.Person person, OrganisationId university, String slug) throws SQLException {
        core.asSuperuser("""
                INSERT INTO researcher (id, slug, person_id, organisation_id, sub_project_id, role, name_en, search_key, updated_at)
                VALUES (?, ?, ?, ?, ?, 'RESEARCHER', 'A researcher', 'x', now())""", id, slug, person.id().value(), university.value(), subProject);
    }

    private void interests() throws SQLException {
        interest(draftInterest, DRAFT, "PUBLIC", "DRAFT");
        interest(acceptedInterest, ACCEPTED, "ACCEPTED", "OPEN");
        interest(membersInterest, MEMBERS, "MEMBERS", "OPEN");
    }

    private void interest(UUID id, String word, String audience, String state) throws SQLException {
        core.asSuperuser(
                """
                INSERT INTO interest (id, organisation_id, title_en, need_en, mode, budget_band, audience, state, opened_at, expires_at, created_by, created_at, updated_at)
                VALUES (?, ?, ?, ?, 'DATA', 'UNDECIDED', ?, ?, now(), now() + interval '1 year', ?, now(), now())""",
                id,
                company.value(),
                word,
                word + " needs a word about pose estimation.",
                audience,
                state,
                member.id().value());
        core.asSuperuser(
                "INSERT INTO interest_topic (interest_id, concept_id, position) VALUES (?, ?, 0)", id, concept);
        core.asSuperuser(
                "INSERT INTO interest_history (id, interest_id, at, person_id, command, to_state) VALUES (gen_random_uuid(), ?, now(), ?, 'CREATE', ?)",
                id,
                member.id().value(),
                state);
    }

    private void requests() throws SQLException {
        request(draftRequest, DRAFT, DRAFT, "DRAFT");
        request(sentRequest, TIE, CONFIDENTIAL, "SENT");
        request(acceptedRequest, TIE, CONFIDENTIAL, "ACCEPTED");
    }

    private void request(UUID id, String open, String secret, String state) throws SQLException {
        core.asSuperuser("""
                INSERT INTO collaboration_request (id, organisation_id, created_by, researcher_id, mode, title, summary, state, created_at, updated_at, sent_at, due_at, decided_at)
                VALUES (?, ?, ?, ?, 'DATA', ?, ?, ?, now(), now(), now(), now() + interval '1 month', CASE WHEN ? = 'ACCEPTED' THEN now() END)""", id, company.value(), member.id().value(), researcher, open, open, state, state);
        core.asSuperuser(
                "INSERT INTO request_confidential (request_id, proposal, offer, outcome) VALUES (?, ?, ?, ?)",
                id,
                secret,
                secret,
                secret);
        if (!state.equals("DRAFT")) {
            UUID step = UUID.randomUUID();
            core.asSuperuser("""
                    INSERT INTO request_history (id, request_id, sequence, at, person_id, organisation_id, command, from_state, to_state)
                    VALUES (?, ?, 1, now(), ?, ?, 'SEND', 'DRAFT', 'SENT')""", step, id, member.id().value(), company.value());
            core.asSuperuser(
                    "INSERT INTO request_message (history_id, request_id, text) VALUES (?, ?, ?)", step, id, secret);
        }
    }

    private void people() throws SQLException {
        core.asSuperuser(
                """
                INSERT INTO invitation (id, organisation_id, email, token_hash, roles, language, invited_by, state, created_at, expires_at)
                VALUES (?, ?, ?, 'z', '{MEMBER}', 'en', ?, 'OPEN', now(), now() + interval '1 year')""",
                invitation,
                company.value(),
                INVITED + "@people.example",
                administrator.id().value());
        core.asSuperuser("""
                INSERT INTO notification (id, event_id, person_id, organisation_id, kind, parameters, link, created_at)
                VALUES (?, gen_random_uuid(), ?, ?, 'request.accepted', jsonb_build_object('title', ?::text), '/requests', now())""", notice, member.id().value(), company.value(), OWN);
        core.asSuperuser("""
                INSERT INTO mail_outbox (id, message_id, recipient, language, subject, text_body, html_body, state, not_before, created_at)
                VALUES (gen_random_uuid(), 'm', ?, 'en', ?, ?, ?, 'IN_DOUBT', now() + interval '9 years', now())""", member.id() + "@people.example", OWN, OWN, OWN);
        core.asSuperuser(
                "INSERT INTO consent_record (id, person_id, purpose, text_version, given, at) VALUES (gen_random_uuid(), ?, 'NEWS', ?, true, now())",
                member.id().value(),
                OWN);
        core.asSuperuser("""
                INSERT INTO alert (id, person_id, organisation_id, kind, name, search_text, frequency, created_at, begun_at, due_at)
                VALUES (?, ?, ?, 'RESEARCHERS', ?, ?, 'DAILY', now(), now(), now() + interval '9 years')""", alert, member.id().value(), company.value(), OWN, OWN);
        core.asSuperuser(
                "INSERT INTO follow (person_id, researcher_id, created_at) VALUES (?, ?, now())",
                member.id().value(),
                researcher);
        core.asSuperuser(
                "INSERT INTO audit_entry (id, at, person_id, organisation_id, action, subject_kind, subject_id, detail) VALUES (?, now(), ?, ?, 'invitation.created', 'invitation', ?, jsonb_build_object('roles', ?::text))",
                UUID.randomUUID(),
                administrator.id().value(),
                company.value(),
                invitation,
                AUDITED);
        core.asSuperuser(
                "INSERT INTO stored_file (id, organisation_id, purpose, name, media_type, size, sha256, created_by, created_at)"
                        + " VALUES (?, ?, 'LOGO', 'logo.png', 'image/png', 5, 'x', ?, now())",
                file,
                company.value(),
                member.id().value());
        core.asSuperuser(
                "INSERT INTO stored_file_chunk (file_id, position, bytes) VALUES (?, 0, ?::bytea)", file, MEMBERS);
        core.asSuperuser("UPDATE organisation SET logo_file_id = ? WHERE id = ?", file, company.value());
    }

    private void letter() throws SQLException {
        core.asSuperuser(
                "INSERT INTO newsletter_issue (id, slug, title_en, volume, intro_en, state, created_at) VALUES (?, 'next', ?, '1', ?, 'DRAFT', now())",
                issue,
                UNPUBLISHED,
                UNPUBLISHED);
        core.asSuperuser("""
                INSERT INTO story (id, issue_id, slug, section, position, title_en, lead_en, body_en, state, updated_at)
                VALUES (?, ?, 'unpublished', 'IMPACT', 0, ?, ?, ?, 'DRAFT', now())""", story, issue, UNPUBLISHED, UNPUBLISHED, UNPUBLISHED);
        core.asSuperuser(
                "INSERT INTO story_organisation (story_id, organisation_id) VALUES (?, ?)", story, company.value());
        core.asSuperuser(
                "INSERT INTO lab_event (id, slug, kind, title_en, starts_on, ends_on) VALUES (?, 'day', 'SEMINAR', 'A day', '2026-12-01', '2026-12-01')",
                event);
    }
}
