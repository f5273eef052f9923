package kr.nairl.platform.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.collaboration.RequestCast;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.privacy.OwnData;
import kr.nairl.platform.core.privacy.Retention;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessLedgerTest {

    private static final OpeningFilter OURS = new OpeningFilter(OpeningFilter.Side.OURS, null, null);
    private static final OpeningFilter OTHERS = new OpeningFilter(OpeningFilter.Side.OTHERS, null, null);

    private final AccessLedger ledger = CoreDatabase.bean(AccessLedger.class);
    private final PartnerDirectory directory = CoreDatabase.bean(PartnerDirectory.class);
    private final RequestCast cast = new RequestCast();

    @BeforeEach
    void narrow() {
        cast.accepted("together");
        CoreDatabase.bean(ProfileDesk.class)
                .edit(
                        cast.member,
                        cast.company,
                        new ProfileEdit(
                                LocalizedText.of("에버런", "Everrun"),
                                "KR",
                                null,
                                null,
                                LocalizedText.EMPTY,
                                LocalizedText.of("수락 뒤에", "Once accepted"),
                                LocalizedText.EMPTY,
                                LocalizedText.of("회원에게", "For members"),
                                true,
                                List.of(),
                                Map.of(
                                        ProfileField.SUMMARY, Audience.ACCEPTED,
                                        ProfileField.ADDRESS, Audience.MEMBERS)),
                        0);
    }

    @Test
    void whoeverIsGivenMoreThanIsPublicIsWrittenDownOnceAnHour() {
        assertThat(ours()).isEmpty();
        directory.profile(Actor.VISITOR, cast.company);
        directory.profile(cast.administrator, cast.company);
        directory.search(cast.stranger, OrganisationFilter.ALL, PageRequest.first(50));
        directory.heading(cast.stranger, slug(cast.company));
        assertThat(ours()).isEmpty();
        directory.profile(cast.stranger, cast.company);
        directory.profile(cast.stranger, cast.company);
        directory.profile(cast.scholar, slug(cast.company));
        assertThat(ours())
                .extracting(Opening::person, Opening::reader, Opening::kind, Opening::audience)
                .containsExactlyInAnyOrder(
                        tuple(cast.stranger.id(), cast.strangers, Opening.Kind.PROFILE, Audience.MEMBERS),
                        tuple(cast.scholar.id(), cast.university, Opening.Kind.PROFILE, Audience.ACCEPTED));
        assertThat(ours())
                .extracting(
                        opening -> opening.personName().ko(),
                        opening -> opening.readerName().ko())
                .containsExactlyInAnyOrder(tuple("남모름", "남남"), tuple("김승룡", "한빛대"));
        CoreDatabase.clock().pass(Duration.ofHours(1));
        directory.profile(cast.stranger, cast.company);
        assertThat(ours()).hasSize(3);
        // what is public only is nobody's affair
        OrganisationId plain = CoreDatabase.organisation("COMPANY", "공개", "Plain");
        directory.profile(cast.stranger, plain);
        assertThat(theirs(cast.stranger))
                .hasSize(2)
                .allSatisfy(opening -> assertThat(opening.owner()).isEqualTo(cast.company));
    }

    @Test
    void anInterestThatIsOpenedIsNamedToBothSides() {
        InterestId interest = cast.interest(cast.company, cast.member);
        InterestDirectory interests = CoreDatabase.bean(InterestDirectory.class);
        interests.page(cast.member, interest);
        interests.page(cast.scholar, interest);
        assertThat(ours()).singleElement().satisfies(opening -> {
            assertThat(opening.kind()).isEqualTo(Opening.Kind.INTEREST);
            assertThat(opening.title().ko()).isEqualTo("영상 언어 모델");
            assertThat(opening.audience()).isEqualTo(Audience.ACCEPTED);
        });
        assertThat(theirs(cast.scholar)).extracting(Opening::owner).containsExactly(cast.company);
    }

    @Test
    void eachSideReadsItsOwnAndNobodyElseReadsAny() {
        directory.profile(cast.stranger, cast.company);
        directory.profile(cast.scholar, cast.company);
        directory.profile(cast.otherScholar, cast.company);
        assertThat(theirs(cast.scholar)).extracting(Opening::person).containsExactly(cast.scholar.id());
        Actor.Person head = CoreDatabase.person(cast.university, "한처장", Role.ADMINISTRATOR);
        assertThat(theirs(head))
                .extracting(Opening::person)
                .containsExactlyInAnyOrder(cast.scholar.id(), cast.otherScholar.id());
        assertThat(ledger.page(head, OURS, PageRequest.first(50)).items()).isEmpty();
        assertThatThrownBy(() -> ledger.page(cast.scholar, OURS, PageRequest.first(50)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ledger.page(Actor.VISITOR, OTHERS, PageRequest.first(50)))
                .isInstanceOf(ForbiddenException.class);
        // and past the use case
        String all = "platform.access_ledger WHERE organisation_id = ?";
        assertThat(Cast.count(cast.member, all, cast.company.value())).isEqualTo(3);
        assertThat(Cast.count(cast.stranger, all, cast.company.value())).isEqualTo(1);
        assertThat(Cast.count(cast.scholar, all, cast.company.value())).isEqualTo(1);
        assertThat(Cast.count(cast.manager, all, cast.company.value())).isZero();
        assertThat(Cast.count(Actor.VISITOR, all, cast.company.value())).isZero();
        assertThat(Cast.count(Actor.Job.PRIVACY, all, cast.company.value())).isZero();
        // those whose words were read know the reader, others still do not
        assertThat(Cast.count(
                        cast.member,
                        "platform.person WHERE id = ?",
                        cast.stranger.id().value()))
                .isEqualTo(1);
        assertThat(Cast.count(
                        cast.stranger,
                        "platform.person WHERE id = ?",
                        cast.member.id().value()))
                .isZero();
    }

    @Test
    void anEntryIsWrittenByItsReaderAloneAndNeverChanged() {
        for (Object[] forged : List.of(
                new Object[] {cast.scholar.id().value(), cast.strangers.value(), cast.company.value()},
                new Object[] {cast.stranger.id().value(), cast.university.value(), cast.company.value()},
                new Object[] {cast.stranger.id().value(), cast.strangers.value(), cast.university.value()})) {
            assertThatThrownBy(() -> Cast.sql(
                            cast.stranger,
                            "INSERT INTO platform.access_ledger (id, at, person_id, reader_organisation_id, organisation_id, subject_kind, subject_id, audience)"
                                    + " VALUES (gen_random_uuid(), now(), ?, ?, ?, 'PROFILE', '" + cast.company
                                    + "', 'NDA')",
                            forged))
                    .hasMessageContaining("row-level security");
        }
        directory.profile(cast.stranger, cast.company);
        for (Actor actor : List.of(cast.stranger, cast.administrator, cast.manager)) {
            assertThatThrownBy(() -> Cast.sql(actor, "UPDATE platform.access_ledger SET audience = 'NDA'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Cast.sql(actor, "DELETE FROM platform.access_ledger"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void administratorsTakeItAlongAndThatIsRecorded() {
        directory.profile(cast.stranger, cast.company);
        assertThat(ledger.export(cast.administrator, OURS)).hasSize(1);
        assertThatThrownBy(() -> ledger.export(cast.member, OURS)).isInstanceOf(ForbiddenException.class);
        Actor.Person unproven = new Actor.Person(
                cast.administrator.id(), cast.company, cast.administrator.roles(), Actor.LoginStrength.SINGLE_FACTOR);
        assertThatThrownBy(() -> ledger.export(unproven, OURS)).isInstanceOf(ProofNeededException.class);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(
                                cast.administrator,
                                new AuditFilter("access-ledger.", null, null, null, null),
                                PageRequest.first(9))
                        .items())
                .extracting(entry -> entry.detail().get("rows"))
                .containsExactly("1");
    }

    @Test
    void itGoesAfterAYearAndStaysWithoutTheNameOfWhoeverLeft() {
        directory.profile(cast.stranger, cast.company);
        UUID old = UUID.randomUUID();
        CoreDatabase.asOwner(
                "INSERT INTO access_ledger (id, at, person_id, reader_organisation_id, organisation_id, subject_kind, subject_id, audience)"
                        + " VALUES (?, ?, ?, ?, ?, 'PROFILE', ?, 'MEMBERS')",
                old,
                OffsetDateTime.ofInstant(CoreDatabase.clock().instant().minus(Duration.ofDays(366)), ZoneOffset.UTC),
                cast.stranger.id().value(),
                cast.strangers.value(),
                cast.company.value(),
                cast.company.value());
        CoreDatabase.bean(Retention.class).tick(Actor.Job.PRIVACY);
        assertThat(ours())
                .singleElement()
                .satisfies(kept -> assertThat(kept.id()).isNotEqualTo(old));
        Object subject = CoreDatabase.askOwner(
                "SELECT subject FROM platform.person WHERE id = ?",
                cast.stranger.id().value());
        Object address = CoreDatabase.askOwner(
                "SELECT email FROM platform.person WHERE id = ?",
                cast.stranger.id().value());
        OwnData data = CoreDatabase.bean(OwnData.class);
        assertThat(data.read("test", subject.toString()).orElseThrow().json()).contains("\"openings\"", "Everrun");
        assertThat(data.erase("test", subject.toString(), address.toString()))
                .isInstanceOf(OwnData.Outcome.Erased.class);
        assertThat(ours())
                .singleElement()
                .satisfies(kept -> assertThat(kept.personName().en()).isEqualTo("Former member"));
    }

    private List<Opening> ours() {
        return ledger.page(cast.member, OURS, PageRequest.first(50)).items();
    }

    private List<Opening> theirs(Actor.Person reader) {
        return ledger.page(reader, OTHERS, PageRequest.first(50)).items();
    }

    private String slug(OrganisationId id) {
        OrganisationProfile profile = directory.profile(cast.member, id);
        return profile.slug();
    }
}
