package kr.nairl.platform.core.organisation;

import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
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
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every field of a profile on every rung, read by everybody, through the use case and past it. */
class ProfileLadderTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 1, 2);

    private final ProfileDesk desk = CoreDatabase.bean(ProfileDesk.class);
    private final PartnerDirectory directory = CoreDatabase.bean(PartnerDirectory.class);
    private final NdaDesk ndas = CoreDatabase.bean(NdaDesk.class);
    private final RequestCast cast = new RequestCast();
    private final Actor.Person colleague = CoreDatabase.person(cast.company, "박동료", Role.MEMBER);
    private int version;

    @BeforeEach
    void accept() {
        cast.accepted("together");
    }

    /** Who stands where, without and with an agreement. */
    private Map<Actor, Audience> rungs(Audience partner) {
        Map<Actor, Audience> rungs = new LinkedHashMap<>();
        rungs.put(Actor.VISITOR, Audience.PUBLIC);
        rungs.put(cast.stranger, Audience.MEMBERS);
        rungs.put(cast.otherScholar, Audience.MEMBERS);
        rungs.put(cast.manager, Audience.MEMBERS);
        rungs.put(Actor.Job.INDEXER, Audience.MEMBERS);
        rungs.put(Actor.Job.NOTIFIER, Audience.PUBLIC);
        rungs.put(cast.scholar, partner);
        rungs.put(colleague, Audience.NDA);
        return rungs;
    }

    @Test
    void everyFieldOnEveryRungIsReadByThoseWhoStandHighEnough() {
        for (Audience audience : Audience.values()) {
            Map<ProfileField, Audience> all = new EnumMap<>(ProfileField.class);
            for (ProfileField field : ProfileField.values()) {
                all.put(field, audience);
            }
            save(all, audience, true);
            everybodyReads(audience, Audience.ACCEPTED);
        }
        UUID agreed = ndas.record(cast.administrator, cast.university, SIGNED, null);
        everybodyReads(Audience.NDA, Audience.NDA);
        ndas.end(cast.administrator, agreed);
        everybodyReads(Audience.NDA, Audience.ACCEPTED);
        ndas.record(cast.administrator, cast.university, SIGNED, LocalDate.of(9998, 1, 1));
        everybodyReads(Audience.NDA, Audience.NDA);
        CoreDatabase.asOwner(
                "UPDATE nda SET ends_on = (now() AT TIME ZONE 'Asia/Seoul')::date - 1 WHERE organisation_id = ?",
                cast.company.value());
        everybodyReads(Audience.NDA, Audience.ACCEPTED);
        CoreDatabase.asOwner(
                "UPDATE nda SET signed_on = (now() AT TIME ZONE 'Asia/Seoul')::date + 1, ends_on = NULL WHERE organisation_id = ?",
                cast.company.value());
        everybodyReads(Audience.NDA, Audience.ACCEPTED);
    }

    private void everybodyReads(Audience audience, Audience partner) {
        OrganisationProfile whole = directory.profile(colleague, cast.company);
        rungs(partner).forEach((reader, rung) -> {
            boolean sees = rung.sees(audience);
            OrganisationProfile read = directory.profile(reader, cast.company);
            for (ProfileField field : ProfileField.values()) {
                assertThat(read.isEmpty(field))
                        .as("%s for %s read by %s", field, audience, reader)
                        .isEqualTo(!sees);
                // and past the use case: no row beside the profile, nothing in the profile's own row
                int beside = Cast.count(
                        reader,
                        "platform.profile_field WHERE organisation_id = ? AND field = ?",
                        cast.company.value(),
                        field.name());
                assertThat(beside)
                        .as("rows of %s for %s read by %s", field, audience, reader)
                        .isEqualTo(sees && audience != Audience.PUBLIC ? 1 : 0);
            }
            assertThat(read.items()).hasSize(sees ? 7 : 0);
            assertThat(Cast.count(reader, "platform.profile_item WHERE organisation_id = ?", cast.company.value()))
                    .as("items for %s read by %s", audience, reader)
                    .isEqualTo(sees ? 7 : 0);
            assertThat(Cast.count(
                            reader,
                            "platform.organisation o WHERE id = ? AND o::text LIKE '%Guarded%'",
                            cast.company.value()))
                    .as("the profile's own row for %s read by %s", audience, reader)
                    .isEqualTo(audience == Audience.PUBLIC ? 1 : 0);
            // what its owner is shown as theirs is what they read
            assertThat(whole.seenFrom(rung)).contains(read);
            assertThat(whole.hiddenFrom(rung)).isEqualTo(sees ? 0 : 13);
        });
    }

    @Test
    void aFieldIsNeverWiderThanItsProfile() {
        save(Map.of(ProfileField.SUMMARY, Audience.NDA), Audience.PUBLIC, false);
        assertThatThrownBy(() -> directory.profile(Actor.VISITOR, cast.company)).isInstanceOf(NotFoundException.class);
        assertThat(Cast.count(Actor.VISITOR, "platform.profile_item WHERE organisation_id = ?", cast.company.value()))
                .isZero();
        OrganisationProfile own = directory.profile(colleague, cast.company);
        assertThat(own.audience(ProfileField.SECTOR)).isEqualTo(Audience.MEMBERS);
        assertThat(own.seenFrom(Audience.PUBLIC)).isEmpty();
        assertThat(own.seenFrom(Audience.MEMBERS)).contains(directory.profile(cast.stranger, cast.company));
        // a profile that opens again opens only what was not narrowed
        save(Map.of(ProfileField.SUMMARY, Audience.MEMBERS), Audience.PUBLIC, false);
        save(Map.of(ProfileField.SUMMARY, Audience.MEMBERS), Audience.PUBLIC, true);
        assertThat(directory.profile(Actor.VISITOR, cast.company).summary()).isEqualTo(LocalizedText.EMPTY);
        assertThat(directory.profile(cast.stranger, cast.company).summary().en())
                .startsWith("Guarded");
    }

    @Test
    void whatMovesUpAndDownStaysWhatItIs() {
        Map<ProfileField, Audience> up = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            up.put(field, Audience.NDA);
        }
        for (Map<ProfileField, Audience> audiences : List.<Map<ProfileField, Audience>>of(Map.of(), up, Map.of())) {
            ProfileEdit edit = edit(audiences, Audience.ACCEPTED, true);
            save(edit);
            assertThat(ProfileEdit.of(directory.profile(colleague, cast.company)))
                    .isEqualTo(edit);
        }
        assertThatThrownBy(() -> desk.edit(colleague, cast.company, edit(up, Audience.NDA, true), version - 1))
                .isInstanceOf(StaleException.class);
        assertThat(directory.profile(Actor.VISITOR, cast.company).summary().en())
                .startsWith("Guarded");
        // an empty field keeps its audience for what will be written into it
        ProfileEdit empty = new ProfileEdit(
                text("가", "A"),
                "KR",
                null,
                null,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                true,
                List.of(),
                up);
        save(empty);
        assertThat(ProfileEdit.of(directory.profile(colleague, cast.company))).isEqualTo(empty);
    }

    @Test
    void nobodyFindsACompanyByASectorThatTheyMayNotRead() {
        save(Map.of(ProfileField.SECTOR, Audience.MEMBERS), Audience.PUBLIC, true);
        OrganisationFilter bySector = new OrganisationFilter("GuardedSector", Set.of(), false, null);
        assertThat(directory
                        .search(Actor.VISITOR, bySector, PageRequest.first(200))
                        .items())
                .extracting(OrganisationCard::id)
                .doesNotContain(cast.company);
        assertThat(directory
                        .search(
                                Actor.VISITOR,
                                new OrganisationFilter("Ladderers", Set.of(), false, null),
                                PageRequest.first(200))
                        .items())
                .filteredOn(card -> card.id().equals(cast.company))
                .singleElement()
                .satisfies(card -> assertThat(card.sector()).isEqualTo(LocalizedText.EMPTY));
    }

    @Test
    void aLabManagerWhoEditsForACompanyLeavesWhatTheyCannotRead() {
        save(
                Map.of(ProfileField.SUMMARY, Audience.NDA, ProfileField.ADDRESS, Audience.MEMBERS),
                Audience.ACCEPTED,
                true);
        OrganisationProfile seen = directory.profile(cast.manager, cast.company);
        assertThat(seen.summary()).isEqualTo(LocalizedText.EMPTY);
        assertThat(seen.audiences()).containsOnlyKeys(ProfileField.ADDRESS);
        ProfileEdit helped = ProfileEdit.of(seen);
        version = desk.edit(cast.manager, cast.company, helped, version);
        OrganisationProfile own = directory.profile(colleague, cast.company);
        assertThat(own.summary().en()).startsWith("Guarded");
        assertThat(own.audiences()).containsEntry(ProfileField.SUMMARY, Audience.NDA);
        assertThat(own.items()).hasSize(7);
        ProfileEdit over = with(helped, Map.of(ProfileField.ADDRESS, Audience.MEMBERS), text("덮어씀", "Over"));
        assertThatThrownBy(() -> desk.edit(cast.manager, cast.company, over, version))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::code)
                                .containsExactly("kept-by-organisation"));
        ProfileEdit narrowed = with(helped, Map.of(ProfileField.ADDRESS, Audience.NDA), LocalizedText.EMPTY);
        assertThatThrownBy(() -> desk.edit(cast.manager, cast.company, narrowed, version))
                .isInstanceOf(ForbiddenException.class);
        // and past the use case
        assertThat(Cast.sql(
                        cast.manager,
                        "UPDATE platform.profile_field SET en = 'Over' WHERE organisation_id = ? AND field = 'SUMMARY'",
                        cast.company.value()))
                .isZero();
        assertThat(Cast.sql(
                        cast.manager,
                        "DELETE FROM platform.profile_item WHERE organisation_id = ?",
                        cast.company.value()))
                .isZero();
        for (Actor other : List.of(cast.stranger, cast.scholar, Actor.VISITOR)) {
            assertThatThrownBy(() -> Cast.sql(
                            other,
                            "INSERT INTO platform.profile_field (organisation_id, field, audience, en) VALUES (?, 'SECTOR', 'MEMBERS', 'x')",
                            cast.company.value()))
                    .hasMessageContaining("row-level security");
            assertThat(Cast.sql(
                            other,
                            "DELETE FROM platform.profile_field WHERE organisation_id = ?",
                            cast.company.value()))
                    .isZero();
        }
    }

    @Test
    void movesOnTheLadderAreInTheAuditTrailWithoutTheWords() {
        save(Map.of(), Audience.PUBLIC, true);
        save(Map.of(ProfileField.SUMMARY, Audience.NDA), Audience.PUBLIC, true);
        save(Map.of(ProfileField.SUMMARY, Audience.MEMBERS), Audience.MEMBERS, true);
        List<AuditEntry> entries = CoreDatabase.bean(AuditTrail.class)
                .page(
                        cast.administrator,
                        new AuditFilter("profile.", cast.company, null, null, null),
                        PageRequest.first(50))
                .items();
        assertThat(entries)
                .extracting(AuditEntry::detail)
                .contains(
                        Map.of("field", "SUMMARY", "from", "PUBLIC", "to", "NDA"),
                        Map.of("field", "SUMMARY", "from", "NDA", "to", "MEMBERS"),
                        Map.of("field", "CLIENT", "from", "PUBLIC", "to", "MEMBERS"))
                .hasSize(2 + 7);
        assertThat(entries.toString()).doesNotContain("Guarded");
    }

    @Test
    void agreementsAreTheAdministratorsAndBothSidesReadThem() {
        UUID id = ndas.record(cast.administrator, cast.university, SIGNED, null);
        assertThat(ndas.list(cast.member))
                .singleElement()
                .satisfies(nda -> assertThat(nda.id()).isEqualTo(id));
        assertThat(ndas.list(cast.scholar)).extracting(Nda::owner).containsExactly(cast.company);
        assertThat(ndas.list(cast.scholar).getFirst().ownerName().ko()).isEqualTo("에버런");
        for (Actor other : List.of(cast.stranger, cast.manager)) {
            assertThat(ndas.list(other)).isEmpty();
            assertThat(Cast.count(other, "platform.nda WHERE id = ?", id)).isZero();
        }
        assertThatThrownBy(() -> ndas.record(cast.member, cast.strangers, SIGNED, null))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ndas.end(cast.member, id)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ndas.end(cast.stranger, id)).isInstanceOf(NotFoundException.class);
        Actor.Person unproven = new Actor.Person(
                cast.administrator.id(), cast.company, cast.administrator.roles(), Actor.LoginStrength.SINGLE_FACTOR);
        assertThatThrownBy(() -> ndas.record(unproven, cast.strangers, SIGNED, null))
                .isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> ndas.end(unproven, id)).isInstanceOf(ProofNeededException.class);
        // of the clock that all tests share and some move on
        LocalDate today = LocalDate.ofInstant(CoreDatabase.clock().instant(), ZoneId.of("Asia/Seoul"));
        for (LocalDate wrong : List.of(today.plusYears(1), today.plusDays(1))) {
            assertThatThrownBy(() -> ndas.record(cast.administrator, cast.strangers, wrong, null))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> ndas.record(cast.administrator, cast.company, SIGNED, SIGNED))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("other", "endsOn"));
        // and past the use case: nobody gives themselves one, makes one longer or takes one away
        assertThatThrownBy(() -> give(cast.stranger, cast.company.value(), cast.stranger.id()))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> give(cast.member, cast.company.value(), cast.member.id()))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(
                        () -> Cast.sql(cast.administrator, "UPDATE platform.nda SET ends_on = NULL WHERE id = ?", id))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Cast.sql(cast.administrator, "DELETE FROM platform.nda WHERE id = ?", id))
                .hasMessageContaining("permission denied");
        ndas.end(cast.administrator, id);
        ndas.end(cast.administrator, id);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(cast.administrator, new AuditFilter(null, null, id, null, null), PageRequest.first(9))
                        .items())
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("nda.recorded", "nda.ended");
    }

    private int give(Actor actor, UUID owner, PersonId by) {
        return Cast.sql(
                actor,
                "INSERT INTO platform.nda (id, organisation_id, other_id, signed_on, recorded_at, created_by)"
                        + " VALUES (gen_random_uuid(), ?, ?, '2026-01-02', now(), ?)",
                owner,
                cast.strangers.value(),
                by.value());
    }

    private void save(Map<ProfileField, Audience> audiences, Audience items, boolean visible) {
        save(edit(audiences, items, visible));
    }

    private void save(ProfileEdit edit) {
        version = desk.edit(colleague, cast.company, edit, version);
    }

    private static ProfileEdit edit(Map<ProfileField, Audience> audiences, Audience items, boolean visible) {
        return new ProfileEdit(
                text("사다리", "Ladderers"),
                "KR",
                1987,
                "https://Guarded.example",
                text("업종", "GuardedSector"),
                text("요약", "Guarded summary"),
                text("설명", "Guarded description"),
                text("주소", "Guarded street"),
                visible,
                List.of(ProfileItem.Kind.values()).stream()
                        .map(kind -> new ProfileItem(
                                kind,
                                text("항목", "Guarded " + kind),
                                LocalizedText.EMPTY,
                                "https://guarded.example",
                                items))
                        .toList(),
                audiences);
    }

    private static ProfileEdit with(ProfileEdit edit, Map<ProfileField, Audience> audiences, LocalizedText summary) {
        return new ProfileEdit(
                edit.name(),
                edit.country(),
                edit.founded(),
                edit.website(),
                edit.sector(),
                summary,
                edit.description(),
                edit.address(),
                edit.visibleToVisitors(),
                edit.items(),
                audiences);
    }
}
