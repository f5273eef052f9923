package kr.nairl.platform.core.interest;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.organisation.Arrival;
import kr.nairl.platform.core.organisation.OpenInvitation;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever applied for a company finds the sentence of the application as a draft, to be said in more words and opened. */
@Component
class FirstInterest implements Arrival {

    /** Of a title that is a whole sentence, the beginning. */
    private static final int TITLE = 80;

    private final FirstNeeds needs;
    private final Interests interests;
    private final Changes changes;
    private final Clock clock;

    FirstInterest(FirstNeeds needs, Interests interests, Changes changes, Clock clock) {
        this.needs = needs;
        this.interests = interests;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void arrived(Actor job, OpenInvitation invitation, PersonId person, LocalizedText name) {
        needs.of(invitation.organisation(), invitation.email()).ifPresent(need -> {
            Interest draft = new Interest(
                    InterestId.fresh(),
                    invitation.organisation(),
                    new InterestWords(
                            LocalizedText.of(beginning(need.ko()), beginning(need.en())),
                            need,
                            CollaborationMode.JOINT_RESEARCH,
                            null,
                            BudgetBand.UNDECIDED,
                            Audience.MEMBERS,
                            List.of(),
                            Set.of()),
                    InterestState.DRAFT,
                    null,
                    null,
                    person,
                    clock.instant(),
                    clock.instant(),
                    0);
            interests.add(draft);
            changes.announce(Changes.Kind.INTEREST, draft.id().value());
        });
    }

    /** Ends between words where it can. */
    private static @Nullable String beginning(@Nullable String sentence) {
        if (sentence == null || sentence.length() <= TITLE) {
            return sentence;
        }
        int space = sentence.lastIndexOf(' ', TITLE - 1);
        int end = space > TITLE / 2 ? space : TITLE - 1;
        if (Character.isHighSurrogate(sentence.charAt(end - 1))) {
            end--;
        }
        return sentence.substring(0, end) + "…";
    }
}
