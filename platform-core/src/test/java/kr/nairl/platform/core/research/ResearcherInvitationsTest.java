package kr.nairl.platform.core.research;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.RecordedInvitationMails;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResearcherInvitationsTest {

    private static final String ISSUER = "https://login.example/realms/lab";
    private static final PageRequest PAGE = PageRequest.first(200);
    private static final String HEADINGS = "이름,영문 이름,이메일,기관,세부과제,역할,언어\n";

    private final ResearcherInvitations invitations = CoreDatabase.bean(ResearcherInvitations.class);
    private final Onboarding onboarding = CoreDatabase.bean(Onboarding.class);
    private final RecordedInvitationMails mails = CoreDatabase.bean(RecordedInvitationMails.class);
    private final Cast cast = new Cast();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final OrganisationId university =
            CoreDatabase.organisation("UNIVERSITY", "한결대학교" + mark, "Hangyeol University " + mark);

    @Test
    void whoComesGetsThePageThatTheInvitationPromised() {
        LabOfTests.SubProject subProject = subProject();
        EmailAddress email = Cast.freshAddress();
        assertThat(invitations.invite(cast.manager, researcher(email, subProject, ResearcherRole.POSTDOC, null)))
                .isInstanceOf(Invitations.Outcome.Sent.class);
        assertThat(slugs()).noneMatch(slug -> slug.startsWith("seonu-haneul-" + mark));
        assertThat(invitations.expected(cast.manager, PAGE).items())
                .filteredOn(one -> one.invitation().email().equals(email))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.researcher().role()).isEqualTo(ResearcherRole.POSTDOC);
                    assertThat(requireNonNull(one.researcher().subProject()).id())
                            .isEqualTo(subProject.id());
                });

        Actor.Person person = accept(email, "가입한 이름");
        ResearcherPage page = CoreDatabase.bean(ResearcherDesk.class).own(person);
        assertThat(page.card().name()).isEqualTo(name());
        assertThat(page.card().slug()).isEqualTo("seonu-haneul-" + mark);
        assertThat(page.card().role()).isEqualTo(ResearcherRole.POSTDOC);
        assertThat(requireNonNull(page.card().subProject()).id()).isEqualTo(subProject.id());
        assertThat(invitations.expected(cast.manager, PAGE).items())
                .noneMatch(one -> one.invitation().email().equals(email));
        assertThat(Cast.count(cast.manager, "platform.invited_researcher WHERE email = ?", email.value()))
                .isZero();
    }

    @Test
    void aPageThatWaitsBecomesTheirsAndAnInvestigatorLeads() {
        LabOfTests.SubProject subProject = subProject();
        ResearcherId page = page(subProject);
        EmailAddress email = Cast.freshAddress();
        invitations.invite(cast.manager, researcher(email, subProject, ResearcherRole.PRINCIPAL_INVESTIGATOR, page));

        Actor.Person person = accept(email, "가입한 이름");

        assertThat(CoreDatabase.bean(ResearcherDesk.class).own(person).card().id())
                .isEqualTo(page);
        assertThat(CoreDatabase.bean(SubProjects.class).all(cast.manager))
                .filteredOn(card -> card.name().id().equals(subProject.id()))
                .singleElement()
                .satisfies(card -> assertThat(
                                requireNonNull(card.principalInvestigator()).id())
                        .isEqualTo(page));
        assertThatThrownBy(() -> invitations.invite(
                        cast.manager,
                        researcher(Cast.freshAddress(), subProject, ResearcherRole.PRINCIPAL_INVESTIGATOR, null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .singleElement()
                                .satisfies(one -> assertThat(one.code()).isEqualTo("led-already")));
    }

    @Test
    void whoIsInvitedAsAResearcherWithoutMoreGetsAPageOfTheirName() {
        EmailAddress email = Cast.freshAddress();
        CoreDatabase.bean(Invitations.class)
                .inviteMember(cast.manager, university, email, Set.of(Role.RESEARCHER), Language.KO);
        Actor.Person person = accept(email, "맹가람" + mark);
        ResearcherPage page = CoreDatabase.bean(ResearcherDesk.class).own(person);
        assertThat(page.card().name().ko()).isEqualTo("맹가람" + mark);
        assertThat(page.card().subProject()).isNull();
    }

    @Test
    void aListIsReadAsSpreadsheetsSaveIt() throws IOException {
        LabOfTests.SubProject subProject = subProject();
        String lines = HEADINGS
                + "선우하늘,Haneul Seonu,a-" + mark + "@univ.example,한결대학교" + mark + "," + subProject.number()
                + "세부,박사후연구원,한국어\n"
                + "\n"
                + ",\"Kim, Byeol\",b-" + mark + "@univ.example,hangyeol university " + mark + ",,professor,en\n";
        for (byte[] file : List.of(
                lines.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_8),
                lines.getBytes(Charset.forName("MS949")),
                ("\uFEFF" + lines.replace("\"Kim, Byeol\"", "Kim Byeol").replace(',', '\t'))
                        .getBytes(StandardCharsets.UTF_16LE),
                workbook(lines))) {
            Roster roster = invitations.check(cast.manager, file);
            assertThat(roster.isClean()).as(roster.toString()).isTrue();
            assertThat(roster.entries()).extracting(Roster.Entry::line).containsExactly(2, 4);
            NewResearcher first = requireNonNull(roster.entries().getFirst().researcher());
            assertThat(first.name()).isEqualTo(LocalizedText.of("선우하늘", "Haneul Seonu"));
            assertThat(first.organisation()).isEqualTo(university);
            assertThat(first.subProject()).isEqualTo(subProject.id());
            assertThat(first.role()).isEqualTo(ResearcherRole.POSTDOC);
            NewResearcher second = requireNonNull(roster.entries().getLast().researcher());
            assertThat(second.role()).isEqualTo(ResearcherRole.RESEARCHER);
            assertThat(second.language()).isEqualTo(Language.EN);
            assertThat(second.subProject()).isNull();
        }
    }

    @Test
    void everyFaultIsToldAndNobodyIsInvitedAsLongAsThereIsOne() {
        EmailAddress member = Cast.freshAddress();
        CoreDatabase.bean(Invitations.class)
                .inviteMember(cast.manager, university, member, Set.of(Role.RESEARCHER), Language.KO);
        accept(member, "이미온사람");
        String good = "good-" + mark + "@univ.example";
        byte[] file = (HEADINGS
                        + "선우하늘,,"
                        + good + ",한결대학교" + mark + ",,,\n"
                        + ",,no address,없는대학교,77,왕,클링온어\n"
                        + "김별,," + good + ",가나다,,,\n"
                        + "박달,," + member + ",한결대학교" + mark + ",,책임자,\n")
                .getBytes(StandardCharsets.UTF_8);

        Roster roster = invitations.check(cast.manager, file);
        assertThat(roster.entries().get(0).faults()).isEmpty();
        assertThat(codes(roster.entries().get(1)))
                .containsExactlyInAnyOrder(
                        "name_ko required",
                        "email email",
                        "organisation organisation-unknown",
                        "sub_project sub-project-unknown",
                        "role role-unknown",
                        "language language-unknown");
        assertThat(codes(roster.entries().get(2)))
                .containsExactlyInAnyOrder("email repeated", "organisation organisation-no-research");
        assertThat(codes(roster.entries().get(3)))
                .containsExactlyInAnyOrder("email member-already", "sub_project required");

        assertThat(invitations.inviteAll(cast.manager, file)).isInstanceOf(ResearcherInvitations.Outcome.Faulty.class);
        assertThat(Cast.count(cast.manager, "platform.invitation WHERE email = ?", good))
                .isZero();
        assertThat(Cast.count(cast.manager, "platform.invited_researcher WHERE email = ?", good))
                .isZero();
    }

    @Test
    void aCleanListInvitesEverybodyAndAgainWithoutLosingThePageThatWaits() {
        ResearcherId page = page(null);
        String email = "list-" + mark + "@univ.example";
        byte[] file = (HEADINGS + name().ko() + ",," + email + ",한결대학교" + mark + ",,,\n" + "김별,,star-" + mark
                        + "@univ.example,한결대학교" + mark + ",,,\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(invitations.check(cast.manager, file).entries())
                .extracting(Roster.Entry::remarks)
                .containsExactly(Set.of(Roster.Remark.TAKES_PAGE), Set.of());
        assertThat(invitations.inviteAll(cast.manager, file)).isEqualTo(new ResearcherInvitations.Outcome.Invited(2));
        String first = mails.tokenFor(new EmailAddress(email));
        assertThat(invitations.unclaimed(cast.manager))
                .noneMatch(one -> one.id().equals(page));
        assertThat(invitations.check(cast.manager, file).entries())
                .extracting(Roster.Entry::remarks)
                .containsExactly(Set.of(Roster.Remark.TAKES_PAGE, Roster.Remark.AGAIN), Set.of(Roster.Remark.AGAIN));
        assertThat(invitations.inviteAll(cast.manager, file)).isEqualTo(new ResearcherInvitations.Outcome.Invited(2));
        assertThat(mails.tokenFor(new EmailAddress(email))).isNotEqualTo(first);

        Actor.Person person = accept(new EmailAddress(email), "가입한 이름");
        assertThat(CoreDatabase.bean(ResearcherDesk.class).own(person).card().id())
                .isEqualTo(page);
    }

    @Test
    void whatIsNoListIsRefusedInOneWord() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo("file-empty");
        assertThat(refusal(HEADINGS.getBytes(StandardCharsets.UTF_8))).isEqualTo("file-empty");
        assertThat(refusal(new byte[ResearcherInvitations.LARGEST_FILE + 1])).isEqualTo("file-too-large");
        assertThat(refusal("a,b\nc,d\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("roster-headings");
        assertThat(refusal(new byte[] {(byte) 0x81, 0x20, (byte) 0xFF, 0x0A, 0x41, 0x0A}))
                .isEqualTo("roster-unreadable");
        assertThat(refusal((HEADINGS + "김별,,s@univ.example,x,,,\n".repeat(ResearcherInvitations.MOST_LINES + 1))
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("roster-too-long");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            out.write(new byte[25 * 1024 * 1024]);
        }
        assertThat(zip.size()).isLessThan(ResearcherInvitations.LARGEST_FILE);
        assertThat(refusal(zip.toByteArray())).isEqualTo("file-too-large");
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(other)) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(other.toByteArray())).isEqualTo("roster-unreadable");
    }

    @Test
    void onlyLabManagersInviteResearchersAndOnlyFreshlyProven() {
        NewResearcher researcher = researcher(Cast.freshAddress(), null, ResearcherRole.RESEARCHER, null);
        byte[] file = HEADINGS.getBytes(StandardCharsets.UTF_8);
        for (Actor actor : List.of(cast.administrator, cast.member, Actor.VISITOR)) {
            assertThatThrownBy(() -> invitations.invite(actor, researcher)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> invitations.check(actor, file)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> invitations.inviteAll(actor, file)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> invitations.expected(actor, PAGE)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> invitations.unclaimed(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> invitations.institutions(actor)).isInstanceOf(ForbiddenException.class);
        }
        Actor.Person tired =
                new Actor.Person(cast.manager.id(), cast.lab, cast.manager.roles(), Actor.LoginStrength.SINGLE_FACTOR);
        assertThatThrownBy(() -> invitations.invite(tired, researcher)).isInstanceOf(ProofNeededException.class);
        assertThatThrownBy(() -> invitations.inviteAll(tired, file)).isInstanceOf(ProofNeededException.class);
        // The second fence, past the use cases.
        invitations.invite(cast.manager, researcher);
        for (Actor actor : List.of(cast.administrator, cast.stranger, Actor.VISITOR, Actor.Job.MAILER)) {
            assertThat(Cast.count(actor, "platform.invited_researcher")).isZero();
        }
    }

    private static List<String> codes(Roster.Entry entry) {
        return entry.faults().stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }

    /** A workbook is XML inside, and XML can name files and grow without end. */
    @Test
    void aWorkbookNamesNoFileAndGrowsByNoEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "CANARY-FILE");
        String line = HEADINGS + "김별,,byeol@univ.example,x,,,\n";
        for (String entity : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE x [<!ENTITY a \"CANARY-FILE\"><!ENTITY e \"&a;&a;&a;&a;\">]>")) {
            byte[] file = withEntity(workbook(line), entity);
            String read;
            try {
                read = invitations.check(cast.manager, file).toString();
            } catch (InvalidInputException refused) {
                read = refused.violations().toString();
            }
            assertThat(read).doesNotContain("CANARY-FILE");
        }
    }

    /** The same workbook, each of its parts with this beginning, and the entity in place of the address. */
    private static byte[] withEntity(byte[] workbook, String entity) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean placed = false;
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                String text = new String(in.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                if (text.contains("byeol@univ.example")) {
                    text = text.replace("byeol@univ.example", "&e;")
                            .replaceFirst("\\?>", "?>" + Matcher.quoteReplacement(entity));
                    placed = true;
                }
                copy.putNextEntry(new ZipEntry(part.getName()));
                copy.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(placed).isTrue();
        return out.toByteArray();
    }

    private String refusal(byte[] file) {
        try {
            invitations.check(cast.manager, file);
            throw new AssertionError("read");
        } catch (InvalidInputException refused) {
            return refused.violations().getFirst().code();
        }
    }

    private static byte[] workbook(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("연구자");
            List<String> rows =
                    lines.replace("\"Kim, Byeol\"", "Kim Byeol").lines().toList();
            for (int row = 0; row < rows.size(); row++) {
                String[] cells = rows.get(row).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private LocalizedText name() {
        return LocalizedText.of("선우하늘" + mark, "Seonu Haneul " + mark);
    }

    private NewResearcher researcher(
            EmailAddress email,
            LabOfTests.@Nullable SubProject subProject,
            ResearcherRole role,
            @Nullable ResearcherId page) {
        return new NewResearcher(
                name(), email, university, subProject == null ? null : subProject.id(), role, page, Language.KO);
    }

    private LabOfTests.SubProject subProject() {
        return LabOfTests.subProject("초대", university);
    }

    private ResearcherId page(LabOfTests.@Nullable SubProject subProject) {
        return LabOfTests.researcher(
                name(), university, subProject, ResearcherRole.RESEARCHER, null, LocalizedText.EMPTY);
    }

    private List<String> slugs() {
        return CoreDatabase.bean(ResearcherDirectory.class)
                .search(cast.manager, ResearcherFilter.ALL, PAGE)
                .items()
                .stream()
                .map(ResearcherCard::slug)
                .toList();
    }

    private Actor.Person accept(EmailAddress email, String name) {
        var joined = (Onboarding.Acceptance.Joined) onboarding.accept(
                mails.tokenFor(email), ISSUER, UUID.randomUUID().toString(), LocalizedText.of(name, null));
        PersonId person = joined.person();
        return new Actor.Person(
                person, joined.organisation(), Set.of(Role.RESEARCHER), Actor.LoginStrength.SINGLE_FACTOR);
    }
}
