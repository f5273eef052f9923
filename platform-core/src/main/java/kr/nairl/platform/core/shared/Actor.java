package kr.nairl.platform.core.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * On whose behalf something happens. Every use case takes one, and the transaction manager tells it to PostgreSQL, whose
 * policies decide again. The three kinds are all there are: somebody reading public pages, a person who acts for exactly
 * one organisation, and a named background task.
 */
public sealed interface Actor {

    /** The one reader of public pages: sees public rows only. */
    Visitor VISITOR = new Visitor();

    /** Is this a person who holds the role for the organisation acted for? */
    default boolean has(Role role) {
        return this instanceof Person person && person.roles().contains(role);
    }

    /** Does this person hold any of the roles? */
    default boolean hasAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(this::has);
    }

    /** The organisation acted for; empty for visitors and jobs. */
    default Optional<OrganisationId> actsFor() {
        return this instanceof Person person ? Optional.of(person.organisation()) : Optional.empty();
    }

    /**
     * This actor as a person.
     *
     * @throws ForbiddenException for a visitor or a job
     */
    default Person requirePerson() {
        if (this instanceof Person person) {
            return person;
        }
        throw new ForbiddenException("only a signed-in person may do this");
    }

    /**
     * This actor as a person who holds at least one of the roles.
     *
     * @throws ForbiddenException for everybody else
     */
    default Person require(Role... anyOf) {
        Person person = requirePerson();
        if (!hasAny(anyOf)) {
            throw new ForbiddenException("needs one of the roles " + Arrays.toString(anyOf));
        }
        return person;
    }

    /** Somebody who is not signed in. */
    record Visitor() implements Actor {}

    /**
     * A signed-in person acting for one organisation with the roles of that membership.
     *
     * @param strength how strongly they proved who they are
     * @param provenAt when they last did
     */
    record Person(PersonId id, OrganisationId organisation, Set<Role> roles, LoginStrength strength, Instant provenAt)
            implements Actor {

        /** What decides over others' access or takes data away needs a proof that is no older than this. */
        public static final Duration PROOF_HOLDS = Duration.ofMinutes(15);

        public Person {
            roles = Set.copyOf(roles);
        }

        /** Somebody of whom it is not known when they signed in: too long ago for what needs a fresh proof. */
        public Person(PersonId id, OrganisationId organisation, Set<Role> roles, LoginStrength strength) {
            this(id, organisation, roles, strength, Instant.EPOCH);
        }

        /**
         * Passes whoever proved with a second factor who they are, {@link #PROOF_HOLDS} ago at most.
         *
         * @throws ProofNeededException for everybody else
         */
        public void requireFreshProof(Instant now) {
            if (strength != LoginStrength.MULTI_FACTOR || provenAt.isBefore(now.minus(PROOF_HOLDS))) {
                throw new ProofNeededException("needs a second factor, used within " + PROOF_HOLDS);
            }
        }
    }

    /** A background task; its name picks the policies that let it pass. */
    record Job(String name) implements Actor {

        /** Loads demo data and the lab's first rows. */
        public static final Job SETUP = new Job("setup");
        /** Turns an accepted invitation into a person and a membership. */
        public static final Job ONBOARDING = new Job("onboarding");
        /** Acts for applicants, who have no account yet, by the link that only they hold. */
        public static final Job ADMISSION = new Job("admission");
        /** Turns events into inbox entries and mails. */
        public static final Job NOTIFIER = new Job("notifier");
        /** Sends the outbox. */
        public static final Job MAILER = new Job("mailer");
        /** Reminds of and expires what nobody answered. */
        public static final Job CLOCK = new Job("clock");
        /** Reads what the matching index is built from. */
        public static final Job INDEXER = new Job("indexer");
        /** Links the audit trail's entries into a chain, and verifies it. */
        public static final Job AUDITOR = new Job("auditor");
        /** Acts for a person about what is stored of them, whichever organisation it stands with. */
        public static final Job PRIVACY = new Job("privacy");
        /** Records who came in, who left and who was refused. */
        public static final Job DOORKEEPER = new Job("doorkeeper");
        /** Looks for what people wanted to be alerted of, and reads what there is as each of them. */
        public static final Job ALERTER = new Job("alerter");
    }

    /** How strongly a person proved who they are at the last sign-in. */
    enum LoginStrength {
        /** One factor, a password. */
        SINGLE_FACTOR,
        /** A second factor or a passkey. */
        MULTI_FACTOR
    }
}
