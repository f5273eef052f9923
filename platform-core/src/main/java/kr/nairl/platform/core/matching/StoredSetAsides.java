package kr.nairl.platform.core.matching;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.PersonId;

/** Matches set aside, as stored. Every method runs in the caller's transaction. */
public interface StoredSetAsides {

    /** What one side set aside of the other. */
    record Entry(InterestId interest, Subject.Expert expert, SetAsideReason reason, Instant at) {}

    /** What the interest's company set aside for it, last first. */
    List<Entry> ofInterest(InterestId interest);

    /** What the researcher set aside, last first. */
    List<Entry> ofResearcher(ResearcherId researcher);

    /** Sets it aside, or changes the reason. */
    void set(SetAsideReason.Side side, Entry entry, PersonId by);

    /** Takes it back and answers whether it was set aside. */
    boolean restore(SetAsideReason.Side side, InterestId interest, Subject.Expert expert);
}
