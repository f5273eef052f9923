package kr.nairl.platform.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.collaboration.RequestCast;
import kr.nairl.platform.core.matching.MatchIndex;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.NdaDesk;
import kr.nairl.platform.core.research.LabOfTests;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every field of an interest on every rung, read by everybody, through the use cases and past them. */
class InterestLadderTest {

    private static final List<ConceptId> TOPICS = LabOfTests.topics("ladder topic one", "ladder topic two");
    private static final LocalizedText NEED = LocalizedText.of(
            "가림막 뒤의 걸음을 세는 방법을 찾습니다. 자료는 저희가 갖고 있고 결과를 함께 발표하고 싶습니다.",
            "Quillwort gait counting behind screens, with our own recordings and a joint paper in mind.");

    private final InterestDesk desk = CoreDatabase.bean(InterestDesk.class);
    private final InterestDirectory directory = CoreDatabase.bean(InterestDirectory.class);
    private final NdaDesk ndas = CoreDatabase.bean(NdaDesk.class);
    private final RequestCast cast = new RequestCast();

    @BeforeEach
    void accept() {
        cast.accepted("together");
    }

    private Map<Actor, Audience> rungs(Audience partner) {
        Map<Actor, Audience> rungs = new LinkedHashMap<>();
        rungs.put(Actor.VISITOR, Audience.PUBLIC);
        rungs.put(cast.stranger, Audience.MEMBERS);
        rungs.put(cast.otherScholar, Audience.MEMBERS);
        rungs.put(cast.manager, Audience.MEMBERS);
        rungs.put(cast.scholar, partner);
        rungs.put(cast.member, Audience.NDA);
        return rungs;
    }

    @Test
    void everyFieldOnEveryRungIsReadByThoseWhoStandHighEnough() {
        InterestId id = desk.create(cast.member, words(Audience.PUBLIC, Audience.PUBLIC));
        int version = open(id);
        for (Audience audience : Audience.values()) {
            version = desk.edit(cast.member, id, words(Audience.PUBLIC, audience), version)
                    .version();
            everybodyReads(id, audience, Audience.ACCEPTED);
        }
        UUID agreed =
                ndas.record(cast.administrator, cast.university, LocalDate.of(2026, 1, 2), LocalDate.of(9998, 1, 1));
        everybodyReads(id, Audience.NDA, Audience.NDA);
        ndas.end(cast.administrator, agreed);
        everybodyReads(id, Audience.NDA, Audience.ACCEPTED);
    }

    private void everybodyReads(InterestId id, Audience audience, Audience partner) {
        InterestCard whole = directory.page(cast.member, id).card();
        rungs(partner).forEach((reader, rung) -> {
            boolean sees = rung.sees(audience);
            InterestCard read = directory.page(reader, id).card();
            for (InterestField field : InterestField.values()) {
                assertThat(read.isEmpty(field))
                        .as("%s for %s read by %s", field, audience, reader)
                        .isEqualTo(!sees);
            }
            // what its owner is shown as theirs is what they read
            assertThat(whole.seenFrom(rung).orElseThrow().permitting(Set.of())).isEqualTo(read.permitting(Set.of()));
            // and past the use case
            pastTheUseCase(reader, id, audience, sees);
            // lists of others hold only what is seen with the interest
            if (!reader.equals(cast.member)) {
                InterestCard listed = directory
                        .search(reader, new InterestFilter("", null, null, null, cast.company), PageRequest.first(50))
                        .items()
                        .stream()
                        .filter(card -> card.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                assertThat(listed.isEmpty(InterestField.NEED)).isEqualTo(audience != Audience.PUBLIC);
                assertThat(listed.isEmpty(InterestField.TOPICS)).isEqualTo(audience != Audience.PUBLIC);
            }
        });
        pastTheUseCase(Actor.Job.INDEXER, id, audience, Audience.MEMBERS.sees(audience));
    }

    private static void pastTheUseCase(Actor reader, InterestId id, Audience audience, boolean sees) {
        int five = sees && audience != Audience.PUBLIC ? 5 : 0;
        assertThat(Cast.count(reader, "platform.interest_field WHERE interest_id = ?", id.value()))
                .as("fields for %s read by %s", audience, reader)
                .isEqualTo(five);
        assertThat(Cast.count(reader, "platform.interest_topic WHERE interest_id = ?", id.value()))
                .as("topics for %s read by %s", audience, reader)
                .isEqualTo(sees ? 2 : 0);
        assertThat(Cast.count(reader, "platform.interest_sub_project WHERE interest_id = ?", id.value()))
                .as("sub-projects for %s read by %s", audience, reader)
                .isEqualTo(sees ? 1 : 0);
        assertThat(Cast.count(
                        reader,
                        "platform.interest WHERE id = ? AND need_ko IS NULL AND need_en IS NULL AND horizon_months IS NULL AND budget_band = 'UNDECIDED'",
                        id.value()))
                .as("the interest's own row for %s read by %s", audience, reader)
                .isEqualTo(audience == Audience.PUBLIC ? 0 : 1);
    }

    @Test
    void aFieldIsNeverWiderThanItsInterest() {
        InterestId id = desk.create(cast.member, words(Audience.ACCEPTED, Audience.MEMBERS));
        open(id);
        for (Actor reader : List.of(Actor.VISITOR, cast.stranger, cast.otherScholar, cast.manager)) {
            assertThatThrownBy(() -> directory.page(reader, id)).isInstanceOf(NotFoundException.class);
            assertThat(Cast.count(reader, "platform.interest_field WHERE interest_id = ?", id.value()))
                    .isZero();
            assertThat(Cast.count(reader, "platform.interest_topic WHERE interest_id = ?", id.value()))
                    .isZero();
        }
        assertThat(directory.page(cast.scholar, id).card().need()).isEqualTo(NEED);
        assertThat(directory.page(cast.member, id).card().seenFrom(Audience.MEMBERS))
                .isEmpty();
        assertThat(Cast.count(Actor.Job.INDEXER, "platform.interest WHERE id = ?", id.value()))
                .isZero();
    }

    @Test
    void whatMovesUpAndDownStaysWhatItIsAndTheMovesAreRecorded() {
        InterestId id = desk.create(cast.member, words(Audience.MEMBERS, Audience.PUBLIC));
        int version = open(id);
        for (Audience audience : List.of(Audience.NDA, Audience.PUBLIC, Audience.ACCEPTED)) {
            InterestWords words = words(Audience.MEMBERS, audience);
            version = desk.edit(cast.member, id, words, version).version();
            assertThat(desk.own(cast.member, id).words()).isEqualTo(words);
        }
        int seen = version - 1;
        assertThatThrownBy(() -> desk.edit(cast.member, id, words(Audience.MEMBERS, Audience.PUBLIC), seen))
                .isInstanceOf(StaleException.class);
        assertThat(directory.page(cast.stranger, id).card().isEmpty(InterestField.NEED))
                .isTrue();
        List<AuditEntry> entries = CoreDatabase.bean(AuditTrail.class)
                .page(
                        cast.administrator,
                        new AuditFilter("interest.field", null, id.value(), null, null),
                        PageRequest.first(50))
                .items();
        assertThat(entries)
                .hasSize(15)
                .extracting(AuditEntry::detail)
                .contains(
                        Map.of("field", "NEED", "from", "MEMBERS", "to", "NDA"),
                        Map.of("field", "NEED", "from", "NDA", "to", "MEMBERS"),
                        Map.of("field", "BUDGET", "from", "MEMBERS", "to", "ACCEPTED"));
        assertThat(entries.toString()).doesNotContain("Quillwort");
    }

    @Test
    void nobodyWritesAnothersFields() {
        InterestId id = desk.create(cast.member, words(Audience.MEMBERS, Audience.NDA));
        open(id);
        for (Actor other : List.of(cast.stranger, cast.scholar, cast.manager)) {
            assertThat(Cast.sql(
                            other,
                            "UPDATE platform.interest_field SET audience = 'MEMBERS' WHERE interest_id = ?",
                            id.value()))
                    .isZero();
            assertThat(Cast.sql(other, "DELETE FROM platform.interest_topic WHERE interest_id = ?", id.value()))
                    .isZero();
        }
    }

    /** No score and no reason may rest on what not every researcher reads, whoever asks. */
    @Test
    void matchingReadsOnlyWhatAllMembersRead() {
        InterestId id = desk.create(cast.member, words(Audience.MEMBERS, Audience.PUBLIC));
        int version = open(id);
        CoreDatabase.asOwner(
                "UPDATE researcher SET seeks_en = 'Quillwort gait counting behind screens' WHERE id = ?",
                cast.researcher.value());
        assertThat(found(cast.scholar)).contains(id);
        desk.edit(cast.member, id, words(Audience.MEMBERS, Audience.ACCEPTED), version);
        assertThat(found(cast.scholar)).doesNotContain(id);
        assertThat(found(cast.manager)).doesNotContain(id);
    }

    private List<InterestId> found(Actor.Person reader) {
        CoreDatabase.bean(MatchIndex.class).awaitFresh(Duration.ofSeconds(30));
        MatchPage page = CoreDatabase.bean(Matching.class).forResearcher(reader, cast.researcher, 50);
        return switch (page) {
            case MatchPage.Found(var rows, var engine, var at, var aside) ->
                rows.stream()
                        .map(MatchRow::who)
                        .filter(MatchRow.Who.Interest.class::isInstance)
                        .map(who -> ((MatchRow.Who.Interest) who).card().id())
                        .toList();
            case MatchPage.Abstained abstained -> List.of();
        };
    }

    private int open(InterestId id) {
        return ((InterestOutcome.Moved) desk.apply(cast.member, id, InterestCommand.OPEN, 0))
                .interest()
                .version();
    }

    private static InterestWords words(Audience interest, Audience fields) {
        Map<InterestField, Audience> audiences = new EnumMap<>(InterestField.class);
        for (InterestField field : InterestField.values()) {
            audiences.put(field, fields);
        }
        return new InterestWords(
                LocalizedText.of("걸음 세기 " + UUID.randomUUID(), null),
                NEED,
                CollaborationMode.DATA,
                9,
                BudgetBand.UNDER_50M,
                interest,
                TOPICS,
                Set.of(RequestCast.SUB_PROJECT),
                audiences);
    }
}
