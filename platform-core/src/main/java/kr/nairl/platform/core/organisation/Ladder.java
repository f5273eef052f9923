package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Role;

/** The first fence on the visibility ladder; the policies decide the same again. */
public final class Ladder {

    private Ladder() {}

    /**
     * The highest rung of an organisation's ladder on which the reader stands. Lab managers stand where all members do.
     *
     * @param own whether the reader is one of its people
     * @param accepted whether there is an accepted request between them
     * @param underNda whether the reader acts for an organisation whose agreement with it stands
     */
    public static Audience rung(Actor reader, boolean own, boolean accepted, boolean underNda) {
        return switch (reader) {
            case Actor.Visitor visitor -> Audience.PUBLIC;
            case Actor.Job job -> {
                if (job.equals(Actor.Job.SETUP)) {
                    yield Audience.NDA;
                }
                // The matching index holds what every researcher may read, and nothing above.
                yield job.equals(Actor.Job.INDEXER) ? Audience.MEMBERS : Audience.PUBLIC;
            }
            case Actor.Person person -> {
                if (own) {
                    yield Audience.NDA;
                }
                if (!accepted || !person.has(Role.RESEARCHER)) {
                    yield Audience.MEMBERS;
                }
                yield underNda ? Audience.NDA : Audience.ACCEPTED;
            }
        };
    }
}
