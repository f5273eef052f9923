package kr.nairl.platform.core.admission;

import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What can be done to an application. */
public sealed interface ApplicationCommand {

    /** How history rows call it. */
    Name name();

    /** Words that go with it, for both sides to read; null for none. */
    default @Nullable String words() {
        return null;
    }

    /** The commands' stable names. */
    enum Name {
        CONFIRM,
        ASK,
        ANSWER,
        APPROVE,
        JOIN,
        DECLINE,
        WITHDRAW
    }

    /** The applicant shows that the address is theirs. */
    record Confirm() implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.CONFIRM;
        }
    }

    /** A manager asks back. */
    record Ask(String words) implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.ASK;
        }
    }

    /** The applicant answers. */
    record Answer(String words) implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.ANSWER;
        }
    }

    /** A manager has made this organisation of it. */
    record Approve(OrganisationId organisation) implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.APPROVE;
        }
    }

    /** A manager has found that it is this organisation's, and invited its person there. */
    record Join(OrganisationId organisation) implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.JOIN;
        }
    }

    /** A manager declines it. */
    record Decline(DeclineReason reason, @Nullable String words) implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.DECLINE;
        }
    }

    /** The applicant takes it back. */
    record Withdraw() implements ApplicationCommand {
        @Override
        public Name name() {
            return Name.WITHDRAW;
        }
    }
}
