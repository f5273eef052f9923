package kr.nairl.platform.core.collaboration;

import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do to a request, with the words that go with it. Words are for the two sides only.
 *
 * <p>Constructors refuse words longer than {@link #MAX_TEXT} characters, and their absence where they are the point,
 * with an {@link kr.nairl.platform.core.shared.InvalidInputException} naming the field {@code text}.
 */
public sealed interface RequestCommand {

    /** The longest text that a step may carry, in characters. */
    int MAX_TEXT = 2000;

    /** Which step this is. */
    default RequestStep step() {
        return switch (this) {
            case Send send -> RequestStep.SEND;
            case Ask ask -> RequestStep.ASK;
            case Answer answer -> RequestStep.ANSWER;
            case HandOver handOver -> RequestStep.HAND_OVER;
            case Accept accept -> RequestStep.ACCEPT;
            case Decline decline -> RequestStep.DECLINE;
            case Withdraw withdraw -> RequestStep.WITHDRAW;
            case PassOn passOn -> RequestStep.PASS_ON;
            case Remind remind -> RequestStep.REMIND;
            case Expire expire -> RequestStep.EXPIRE;
        };
    }

    /** The words said with it; null when there are none. */
    default @Nullable String words() {
        return switch (this) {
            case Ask ask -> ask.text();
            case Answer answer -> answer.text();
            case HandOver handOver -> handOver.text();
            case Accept accept -> accept.text();
            case Decline decline -> decline.text();
            case Withdraw withdraw -> withdraw.text();
            case Send send -> null;
            case PassOn passOn -> null;
            case Remind remind -> null;
            case Expire expire -> null;
        };
    }

    /** Hands the draft to its addressee. */
    record Send() implements RequestCommand {}

    /** The addressee wants to know more first. */
    record Ask(String text) implements RequestCommand {
        public Ask {
            text = required(text);
        }
    }

    /** The sender answers the question. */
    record Answer(String text) implements RequestCommand {
        public Answer {
            text = required(text);
        }
    }

    /**
     * The addressee passes it on.
     *
     * @param to a colleague, as an addressee
     * @param text for the colleague and the sender
     */
    record HandOver(
            RequestAddressee to,
            HandOverReason reason,
            @Nullable String text) implements RequestCommand {
        public HandOver {
            new Violations().check(reason.isOfAddressee(), "reason", "unknown").refuse();
            text = optional(text);
        }
    }

    /** The addressee says yes. */
    record Accept(@Nullable String text) implements RequestCommand {
        public Accept {
            text = optional(text);
        }
    }

    /** The addressee says no. */
    record Decline(DeclineReason reason, @Nullable String text) implements RequestCommand {
        public Decline {
            text = optional(text);
        }
    }

    /** The sender takes it back. */
    record Withdraw(@Nullable String text) implements RequestCommand {
        public Withdraw {
            text = optional(text);
        }
    }

    /**
     * The clock passes on what is about to expire.
     *
     * @param to who stands in for the addressee
     */
    record PassOn(RequestAddressee to) implements RequestCommand {}

    /** The clock reminds the addressee. */
    record Remind() implements RequestCommand {}

    /** The clock ends what nobody answered. */
    record Expire() implements RequestCommand {}

    private static String required(String text) {
        String words = Words.clean(text).strip();
        new Violations().required(MAX_TEXT, "text", words).refuse();
        return words;
    }

    private static @Nullable String optional(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = Words.clean(text).strip();
        new Violations().atMost(MAX_TEXT, "text", words).refuse();
        return words.isEmpty() ? null : words;
    }
}
