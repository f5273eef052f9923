package kr.nairl.platform.core.organisation;

import static kr.nairl.platform.core.organisation.Cast.profile;
import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.file.StoredFiles;
import kr.nairl.platform.core.file.TestImages;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import org.junit.jupiter.api.Test;

class ProfileDeskTest {

    private final ProfileDesk desk = CoreDatabase.bean(ProfileDesk.class);
    private final PartnerDirectory directory = CoreDatabase.bean(PartnerDirectory.class);
    private final StoredFiles files = CoreDatabase.bean(StoredFiles.class);
    private final Cast cast = new Cast();

    @Test
    void everyFieldThatIsEditedIsReadAgain() {
        ProfileEdit edit = new ProfileEdit(
                text("에버", "Ever"),
                "US",
                2019,
                " https://ever.example/ko ",
                text("분야", "Sector"),
                text("요약", "Summary"),
                text("설명", "Description"),
                text("주소", "Address"),
                false,
                List.of(
                        new ProfileItem(
                                ProfileItem.Kind.PRODUCT, text("제품", null), text(null, "Detail"), "http://p.example"),
                        new ProfileItem(
                                ProfileItem.Kind.LINK,
                                text("링크", "Link"),
                                LocalizedText.EMPTY,
                                "https://한국.example/경로")));
        assertThat(desk.edit(cast.member, cast.company, edit, 0)).isEqualTo(1);
        OrganisationProfile read = directory.profile(cast.stranger, cast.company);
        assertThat(ProfileEdit.of(read)).isEqualTo(edit);
        assertThat(edit.website()).isEqualTo("https://ever.example/ko");
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.updatedAt()).isEqualTo(CoreDatabase.clock().instant());
        assertThat(directory
                        .search(
                                cast.stranger,
                                new OrganisationFilter("ㅇㅂ", java.util.Set.of(), false, "US"),
                                PageRequest.first(200))
                        .items())
                .extracting(OrganisationCard::id)
                .contains(cast.company);
    }

    @Test
    void aStaleEditChangesNothing() {
        desk.edit(cast.member, cast.company, profile(text("첫째", "First")), 0);
        assertThatThrownBy(() -> desk.edit(
                        cast.administrator,
                        cast.company,
                        profile(
                                text("둘째", "Second"),
                                new ProfileItem(ProfileItem.Kind.AWARD, text("상", "A"), LocalizedText.EMPTY, null)),
                        0))
                .isInstanceOf(StaleException.class);
        OrganisationProfile read = directory.profile(cast.member, cast.company);
        assertThat(read.name().en()).isEqualTo("First");
        assertThat(read.items()).isEmpty();
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        ProfileEdit bad = new ProfileEdit(
                LocalizedText.EMPTY,
                "XX",
                999,
                "javascript:alert(1)",
                text("가".repeat(201), null),
                text(null, "s".repeat(601)),
                text("d".repeat(8001), null),
                text("a\0b", null),
                true,
                List.of(
                        new ProfileItem(ProfileItem.Kind.PRODUCT, LocalizedText.EMPTY, LocalizedText.EMPTY, "ftp://x"),
                        new ProfileItem(ProfileItem.Kind.LINK, text("링크", null), LocalizedText.EMPTY, null),
                        new ProfileItem(
                                ProfileItem.Kind.LINK,
                                text("링크", null),
                                LocalizedText.EMPTY,
                                "https://u:p@x.example")));
        assertThatThrownBy(() -> desk.edit(cast.member, cast.company, bad, 0))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(violation -> violation.field() + " " + violation.code())
                                .containsExactly(
                                        "name required",
                                        "country country",
                                        "founded year",
                                        "website web-address",
                                        "sector.ko too-long",
                                        "summary.en too-long",
                                        "description.ko too-long",
                                        "address.ko characters",
                                        "items[0].name required",
                                        "items[0].url web-address",
                                        "items[1].url required",
                                        "items[2].url web-address"));
        assertThat(directory.profile(cast.member, cast.company).version()).isZero();
    }

    @Test
    void whatFitsTheDomainFitsTheSchema() {
        String longest = "x".repeat(300 - "https://e.example/".length());
        ProfileItem item = new ProfileItem(
                ProfileItem.Kind.CLIENT,
                text("가".repeat(200), "n".repeat(200)),
                text("나".repeat(1000), "d".repeat(1000)),
                "https://e.example/" + longest);
        ProfileEdit edit = new ProfileEdit(
                text("가".repeat(120), "n".repeat(120)),
                "KR",
                1000,
                "https://e.example/" + longest,
                text("가".repeat(200), "s".repeat(200)),
                text("가".repeat(600), "s".repeat(600)),
                text("가".repeat(8000), "d".repeat(8000)),
                text("가".repeat(300), "a".repeat(300)),
                true,
                java.util.Collections.nCopies(ProfileEdit.MAX_ITEMS, item));
        desk.edit(cast.member, cast.company, edit, 0);
        assertThat(ProfileEdit.of(directory.profile(cast.member, cast.company))).isEqualTo(edit);
    }

    @Test
    void anotherCompanyEditsNothing() {
        ProfileEdit edit = profile(text("뺏음", "Taken"));
        assertThatThrownBy(() -> desk.edit(cast.stranger, cast.company, edit, 0))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.edit(Actor.VISITOR, cast.company, edit, 0))
                .isInstanceOf(ForbiddenException.class);
        assertThat(desk.mayEdit(cast.stranger, cast.company)).isFalse();
        assertThat(desk.mayEdit(cast.member, cast.company)).isTrue();
        // and past the use case
        assertThat(Cast.sql(
                        cast.stranger,
                        "UPDATE platform.organisation SET name_en = 'Taken' WHERE id = ?",
                        cast.company.value()))
                .isZero();
        assertThat(Cast.sql(
                        Actor.VISITOR,
                        "UPDATE platform.organisation SET name_en = 'Taken' WHERE id = ?",
                        cast.company.value()))
                .isZero();
        assertThatThrownBy(() -> Cast.sql(
                        cast.stranger,
                        "INSERT INTO platform.profile_item (id, organisation_id, kind, position, name_en) VALUES (?, ?, 'AWARD', 0, 'x')",
                        UUID.randomUUID(),
                        cast.company.value()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aColleagueWithoutTheRoleIsRefused() {
        Actor.Person researcher = CoreDatabase.person(cast.company, "박연구", Role.RESEARCHER);
        assertThatThrownBy(() -> desk.edit(researcher, cast.company, profile(text("가", "A")), 0))
                .isInstanceOf(ForbiddenException.class);
        assertThat(Cast.sql(
                        researcher,
                        "UPDATE platform.organisation SET name_en = 'Taken' WHERE id = ?",
                        cast.company.value()))
                .isZero();
    }

    @Test
    void aLabManagerEditsForACompany() {
        assertThat(desk.edit(cast.manager, cast.company, profile(text("도움", "Helped")), 0))
                .isEqualTo(1);
    }

    @Test
    void aCompanyCannotRaiseItsOwnStanding() {
        for (String raise : List.of(
                "partner_since = 2001",
                "kind = 'LAB'",
                "slug = 'better'",
                "fictional = true",
                "keycloak_id = 'k'",
                "email_domain = 'gmail.com'")) {
            assertThatThrownBy(() -> Cast.sql(
                            cast.administrator,
                            "UPDATE platform.organisation SET " + raise + " WHERE id = ?",
                            cast.company.value()))
                    .as(raise)
                    .hasMessageContaining("own standing");
        }
    }

    @Test
    void aChangeOfVisibilityIsInTheAuditTrail() {
        AuditTrail audit = CoreDatabase.bean(AuditTrail.class);
        AuditFilter own = new AuditFilter("profile.", cast.company, null, null, null);
        desk.edit(cast.member, cast.company, profile(text("가", "A")), 0);
        assertThat(audit.page(cast.administrator, own, PageRequest.first(10)).total())
                .isZero();
        ProfileEdit hidden = new ProfileEdit(
                text("가", "A"),
                "KR",
                null,
                null,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                false,
                List.of());
        desk.edit(cast.member, cast.company, hidden, 1);
        assertThat(audit.page(cast.administrator, own, PageRequest.first(10)).items())
                .extracting(AuditEntry::action, AuditEntry::person)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("profile.visibility-changed", cast.member.id()));
    }

    @Test
    void aNewLogoReplacesTheOldOneAndLeavesTheVersion() {
        UUID first = desk.changeLogo(cast.member, cast.company, TestImages.png("a.png", 10));
        UUID second = desk.changeLogo(cast.administrator, cast.company, TestImages.png("b.png", 20));
        OrganisationProfile read = directory.profile(Actor.VISITOR, cast.company);
        assertThat(read.logo()).isEqualTo(second);
        assertThat(read.version()).isZero();
        assertThatThrownBy(() -> files.read(cast.member, first)).isInstanceOf(NotFoundException.class);
        UUID byManager = desk.changeLogo(cast.manager, cast.company, TestImages.png("c.png", 30));
        assertThat(files.read(Actor.VISITOR, byManager).file().name()).isEqualTo("c.png");
        desk.removeLogo(cast.member, cast.company);
        assertThat(directory.profile(cast.member, cast.company).logo()).isNull();
        assertThatThrownBy(() -> files.read(cast.member, byManager)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherCompanyChangesNoLogo() {
        assertThatThrownBy(() -> desk.changeLogo(cast.stranger, cast.company, TestImages.png("a.png", 10)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.removeLogo(cast.stranger, cast.company)).isInstanceOf(NotFoundException.class);
    }
}
