package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.admission.Admissions;
import kr.nairl.platform.core.admission.ApplicationDraft;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.admission.Consent;
import kr.nairl.platform.core.collaboration.BeginOutcome;
import kr.nairl.platform.core.collaboration.Beginning;
import kr.nairl.platform.core.collaboration.MoveOutcome;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestDraft;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestMode;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Concepts;

/** One company's secrets, planted through the use cases, with words that occur nowhere else. */
public record Canaries(
        InterestId draft,
        InterestId narrowed,
        RequestId draftRequest,
        RequestId sentRequest,
        ApplicationId application) {

    /** Whose secrets they are. */
    public static final String OWNER = "dohyun.seo@hanbit.example";

    /** Who received the request that was sent. */
    public static final String ADDRESSEE = "seungryong.kim@kaist.example";

    public static final String MANAGER = "manager@nairl.example";

    /** In a draft interest and a draft request: for their company alone. */
    public static final String PRIVATE = word("Wovenquail");

    /** In the confidential part of a request that was sent: for both sides. */
    public static final String CONFIDENTIAL = word("Marbledfinch");

    /** In its summary: for both sides and the lab managers. */
    public static final String SUMMARY = word("Copperlinnet");

    /** In fields of the profile and of an open interest that are shared after an acceptance or an NDA: for nobody yet. */
    public static final String GUARDED = word("Tinselwren");

    /** In an application to become a partner: for the lab managers alone. */
    public static final String APPLICANT = word("Hollowlark");

    private static final Canaries PLANTED = plant(RunningPlatform.get());

    public static Canaries planted() {
        return PLANTED;
    }

    /** Fails when a text holds a word that this person must never read. */
    public static void mustNotLeak(String text, String email, String where) {
        assertThat(text).as("%s at %s", email, where).doesNotContain(PRIVATE, GUARDED);
        if (!email.equals(MANAGER)) {
            assertThat(text).as("%s at %s", email, where).doesNotContain(APPLICANT);
        }
        if (!email.equals(ADDRESSEE)) {
            assertThat(text).as("%s at %s", email, where).doesNotContain(CONFIDENTIAL);
            if (!email.equals(MANAGER)) {
                assertThat(text).as("%s at %s", email, where).doesNotContain(SUMMARY);
            }
        }
    }

    private static Canaries plant(RunningPlatform platform) {
        Actor.Person owner = platform.actor(OWNER);
        InterestId draft = platform.bean(InterestDesk.class)
                .create(
                        owner,
                        new InterestWords(
                                LocalizedText.of(PRIVATE + " 초안", PRIVATE + " draft"),
                                LocalizedText.of(PRIVATE, PRIVATE),
                                CollaborationMode.DATA,
                                6,
                                BudgetBand.UNDECIDED,
                                Audience.MEMBERS,
                                List.of(),
                                Set.of()));
        return new Canaries(
                draft,
                narrowed(platform, owner),
                request(platform, owner, PRIVATE, PRIVATE, false),
                request(platform, owner, SUMMARY, CONFIDENTIAL, true),
                application(platform));
    }

    /** An open interest and a profile that everybody sees, with parts that nobody else does. */
    private static InterestId narrowed(RunningPlatform platform, Actor.Person owner) {
        InterestDesk interests = platform.bean(InterestDesk.class);
        InterestId id = interests.create(
                owner,
                new InterestWords(
                        LocalizedText.of("나누어 공개하는 관심사", "Shared step by step"),
                        LocalizedText.of(null, (GUARDED + " ").repeat(8)),
                        CollaborationMode.DATA,
                        6,
                        BudgetBand.UNDER_50M,
                        Audience.MEMBERS,
                        List.of(platform.bean(Concepts.class)
                                .search(owner, "", 1)
                                .getFirst()
                                .id()),
                        Set.of(),
                        Map.of(InterestField.NEED, Audience.ACCEPTED, InterestField.BUDGET, Audience.NDA)));
        assertThat(interests.apply(owner, id, InterestCommand.OPEN, 0)).isInstanceOf(InterestOutcome.Moved.class);
        OrganisationProfile profile = platform.bean(PartnerDirectory.class).profile(owner, owner.organisation());
        List<ProfileItem> items = new ArrayList<>(profile.items());
        items.add(new ProfileItem(
                ProfileItem.Kind.CLIENT, LocalizedText.of(GUARDED, null), LocalizedText.EMPTY, null, Audience.NDA));
        platform.bean(ProfileDesk.class)
                .edit(
                        owner,
                        profile.id(),
                        new ProfileEdit(
                                profile.name(),
                                profile.country(),
                                profile.founded(),
                                profile.website(),
                                LocalizedText.of(null, GUARDED),
                                profile.summary(),
                                LocalizedText.of(GUARDED, null),
                                profile.address(),
                                profile.visibleToVisitors(),
                                items,
                                Map.of(
                                        ProfileField.SECTOR, Audience.ACCEPTED,
                                        ProfileField.DESCRIPTION, Audience.NDA)),
                        profile.version());
        return id;
    }

    private static ApplicationId application(RunningPlatform platform) {
        String contact = APPLICANT.toLowerCase(Locale.ROOT) + "@applicant.example";
        platform.bean(Admissions.class)
                .begin(
                        new ApplicationDraft(
                                OrganisationKind.COMPANY,
                                LocalizedText.of(null, APPLICANT + " Works"),
                                "DE",
                                RegistrationNumber.Kind.NATIONAL,
                                "HRB 4711",
                                "",
                                "",
                                APPLICANT + " Contact",
                                contact,
                                APPLICANT + " wants to know more.",
                                Language.EN,
                                Consent.required()),
                        "198.51.100.7");
        try (Connection all = platform.asSuperuser();
                PreparedStatement confirm = all.prepareStatement(
                        "UPDATE platform.partner_application SET state = 'SUBMITTED', confirmed_at = created_at"
                                + " WHERE contact_email = ? RETURNING id")) {
            confirm.setString(1, contact);
            try (ResultSet confirmed = confirm.executeQuery()) {
                assertThat(confirmed.next()).isTrue();
                return new ApplicationId(confirmed.getObject(1, UUID.class));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RequestId request(
            RunningPlatform platform, Actor.Person owner, String summary, String proposal, boolean send) {
        RequestDesk desk = platform.bean(RequestDesk.class);
        var addressee = platform.bean(ResearcherDirectory.class)
                .page(owner, "seungryong-kim")
                .card()
                .id();
        BeginOutcome begun = desk.begin(
                owner, new Beginning(null, new Beginning.ToResearcher(addressee), RequestMode.JOINT_RESEARCH));
        RequestId id = ((BeginOutcome.Begun) begun).id();
        int version = desk.save(
                owner,
                id,
                new RequestDraft(
                        summary + " title",
                        summary + " summary",
                        (proposal + " ").repeat(12),
                        proposal + " offer",
                        proposal + " outcome",
                        RequestMode.JOINT_RESEARCH),
                platform.bean(RequestBox.class).open(owner, id).row().version());
        if (send) {
            assertThat(desk.send(owner, id, version)).isInstanceOf(MoveOutcome.Moved.class);
        }
        return id;
    }

    /** Letters only, so that no analysis splits it. */
    private static String word(String beginning) {
        return beginning + UUID.randomUUID().toString().replaceAll("[^a-f]", "").toLowerCase(Locale.ROOT);
    }
}
