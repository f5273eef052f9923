package kr.nairl.platform.core.organisation;

import static kr.nairl.platform.core.organisation.Cast.profile;
import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.junit.jupiter.api.Test;

class PartnerDirectoryTest {

    private final PartnerDirectory directory = CoreDatabase.bean(PartnerDirectory.class);
    private final OrganisationSetup setup = CoreDatabase.bean(OrganisationSetup.class);
    private final Cast cast = new Cast();

    @Test
    void aCompanyIsFoundByBothScriptsInitialConsonantsAndSector() {
        OrganisationId id = found("에버랩스", "Everlabs");
        for (String typed : List.of("에버", "ㅇㅂㄹㅅ", "EVERLABS", "ever labs", "digital health")) {
            assertThat(search(cast.member, typed))
                    .as(typed)
                    .extracting(OrganisationCard::id)
                    .contains(id);
        }
        assertThat(search(cast.member, "ㅋㅌㅍㅎㅎㅎ")).isEmpty();
    }

    @Test
    void percentAndUnderscoreAreNoWildcards() {
        assertThat(search(cast.member, "%")).hasSameSizeAs(search(cast.member, ""));
        assertThat(search(cast.member, "G_nada")).isEmpty();
    }

    @Test
    void kindPartnershipAndCountryNarrowTheList() {
        OrganisationId university = CoreDatabase.organisation("UNIVERSITY", "한국대", "Zyxwv University");
        assertThat(directory
                        .search(
                                cast.member,
                                new OrganisationFilter("zyxwv", Set.of(OrganisationKind.UNIVERSITY), false, "KR"),
                                PageRequest.first(10))
                        .items())
                .extracting(OrganisationCard::id)
                .containsExactly(university);
        assertThat(directory
                        .search(
                                cast.member,
                                new OrganisationFilter("zyxwv", Set.of(OrganisationKind.COMPANY), false, null),
                                PageRequest.first(10))
                        .total())
                .isZero();
        assertThat(directory
                        .search(
                                cast.member,
                                new OrganisationFilter("zyxwv", Set.of(), true, null),
                                PageRequest.first(10))
                        .total())
                .isZero();
        assertThat(directory
                        .search(
                                cast.member,
                                new OrganisationFilter("zyxwv", Set.of(), false, "US"),
                                PageRequest.first(10))
                        .total())
                .isZero();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            found("쪽회사", "Pagecorp");
        }
        OrganisationFilter filter = new OrganisationFilter("pagecorp", Set.of(), false, null);
        Page<OrganisationCard> first = directory.search(cast.member, filter, new PageRequest(0, 3));
        Page<OrganisationCard> second = directory.search(cast.member, filter, new PageRequest(3, 3));
        assertThat(first.total()).isEqualTo(5);
        assertThat(directory.search(cast.member, filter, new PageRequest(30, 3)).total())
                .isEqualTo(5);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void aListIsTwoStatementsAndAProfileOneWhateverTheLength() {
        OrganisationId id = setup.register(
                Actor.Job.SETUP,
                founding(profile(
                        text("항목", "Items"),
                        new ProfileItem(ProfileItem.Kind.PRODUCT, text("가", "A"), LocalizedText.EMPTY, null),
                        new ProfileItem(ProfileItem.Kind.AWARD, text("나", "B"), LocalizedText.EMPTY, null))));
        assertThat(CountedStatements.of(
                        () -> directory.search(cast.member, OrganisationFilter.ALL, PageRequest.first(200))))
                .isEqualTo(2);
        assertThat(CountedStatements.of(() -> directory.profile(cast.member, id)))
                .isEqualTo(1);
    }

    @Test
    void visitorsFindPublicProfilesOnly() {
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", cast.company.value());
        assertThatThrownBy(() -> directory.profile(Actor.VISITOR, cast.company)).isInstanceOf(NotFoundException.class);
        assertThat(directory.profile(Actor.VISITOR, cast.other).id()).isEqualTo(cast.other);
        assertThat(directory.profile(cast.stranger, cast.company).visibleToVisitors())
                .isFalse();
        // and without the use case's condition
        assertThat(Cast.count(Actor.VISITOR, "platform.organisation WHERE id = ?", cast.company.value()))
                .isZero();
        assertThat(Cast.count(Actor.VISITOR, "platform.organisation WHERE id = ?", cast.other.value()))
                .isEqualTo(1);
    }

    @Test
    void itemsOfAHiddenProfileAreHiddenWithIt() {
        OrganisationId id = setup.register(
                Actor.Job.SETUP,
                founding(profile(
                        text("숨은", "Hidden"),
                        new ProfileItem(ProfileItem.Kind.PRODUCT, text("가", "A"), LocalizedText.EMPTY, null))));
        assertThat(Cast.count(Actor.VISITOR, "platform.profile_item WHERE organisation_id = ?", id.value()))
                .isEqualTo(1);
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", id.value());
        assertThat(Cast.count(Actor.VISITOR, "platform.profile_item WHERE organisation_id = ?", id.value()))
                .isZero();
    }

    @Test
    void anInvitedOrganisationIsSeenByLabManagersAlone() {
        CoreDatabase.asOwner("UPDATE organisation SET status = 'INVITED' WHERE id = ?", cast.other.value());
        assertThat(directory.profile(cast.manager, cast.other).status()).isEqualTo(OrganisationStatus.INVITED);
        for (Actor actor : List.of(cast.member, Actor.VISITOR)) {
            assertThatThrownBy(() -> directory.profile(actor, cast.other)).isInstanceOf(NotFoundException.class);
        }
        assertThat(directory
                        .search(cast.manager, OrganisationFilter.ALL, PageRequest.first(200))
                        .items())
                .extracting(OrganisationCard::id)
                .doesNotContain(cast.other);
    }

    @Test
    void aForeignAndAMissingOrganisationAreTheSameNotFound() {
        assertThatThrownBy(() -> directory.profile(cast.member, OrganisationId.fresh()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> directory.profile(cast.member, "no-such-slug")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aRemovedMemberReadsNothing() {
        Cast.dismiss(cast.member);
        assertThatThrownBy(() -> directory.search(cast.member, OrganisationFilter.ALL, PageRequest.first(1)))
                .isInstanceOf(AuthorityEndedException.class);
    }

    @Test
    void onlyInterestsThatTheReaderMaySeeAreCounted() {
        interest("PUBLIC", "OPEN", "2090-01-01");
        interest("MEMBERS", "OPEN", "2090-01-01");
        interest("ACCEPTED", "OPEN", "2090-01-01");
        interest("PUBLIC", "PAUSED", "2090-01-01");
        interest("PUBLIC", "OPEN", "2020-01-01");
        assertThat(directory.profile(Actor.VISITOR, cast.company).openInterests())
                .isEqualTo(1);
        assertThat(directory.profile(cast.stranger, cast.company).openInterests())
                .isEqualTo(2);
        assertThat(directory.profile(cast.member, cast.company).openInterests()).isEqualTo(3);
    }

    @Test
    void aProfileSaysWhatItLacks() {
        OrganisationProfile empty = directory.profile(cast.member, cast.company);
        assertThat(empty.completeness()).isEqualTo(10);
        assertThat(empty.missing())
                .startsWith(OrganisationProfile.MissingPart.SUMMARY)
                .doesNotContain(OrganisationProfile.MissingPart.BOTH_LANGUAGES);
        OrganisationId fuller = setup.register(
                Actor.Job.SETUP,
                founding(profile(
                        text("반쯤", "Half"),
                        new ProfileItem(ProfileItem.Kind.PRODUCT, text("가", "A"), LocalizedText.EMPTY, null),
                        new ProfileItem(ProfileItem.Kind.PRODUCT, text("나", "B"), LocalizedText.EMPTY, null))));
        OrganisationProfile profile = directory.profile(cast.member, fuller);
        assertThat(profile.missing())
                .containsExactly(
                        OrganisationProfile.MissingPart.TECHNOLOGY,
                        OrganisationProfile.MissingPart.PERSON,
                        OrganisationProfile.MissingPart.LOGO);
        assertThat(profile.completeness()).isEqualTo(70);
        assertThat(profile.itemsByKind()).containsOnlyKeys(ProfileItem.Kind.PRODUCT);
        assertThat(profile.items(ProfileItem.Kind.PRODUCT))
                .extracting(item -> item.name().en())
                .containsExactly("A", "B");
    }

    private void interest(String audience, String state, String expires) {
        CoreDatabase.asOwner(
                """
                INSERT INTO interest (id, organisation_id, title_en, mode, budget_band, audience, state, opened_at, expires_at, created_by, created_at, updated_at)
                VALUES (?, ?, 'Interest', 'DATA', 'UNDECIDED', ?, ?, now(), ?::timestamptz, ?, now(), now())""",
                UUID.randomUUID(),
                cast.company.value(),
                audience,
                state,
                expires,
                cast.member.id().value());
    }

    private OrganisationId found(String ko, String en) {
        return setup.register(Actor.Job.SETUP, founding(profile(text(ko, en))));
    }

    private static FoundedOrganisation founding(ProfileEdit profile) {
        return new FoundedOrganisation(
                "s" + UUID.randomUUID().toString().replace("-", ""),
                OrganisationKind.COMPANY,
                true,
                2024,
                true,
                null,
                profile);
    }

    private List<OrganisationCard> search(Actor actor, String typed) {
        return directory
                .search(actor, new OrganisationFilter(typed, Set.of(), false, null), PageRequest.first(200))
                .items();
    }
}
