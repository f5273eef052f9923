package kr.nairl.platform.core.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;

/** People across everything that is stored. Every method runs in a transaction of the privacy job. */
public interface StoredPersons {

    PersonalData data(PersonId person);

    /** The organisations that this person cannot leave, by name; all of theirs are held until the transaction ends. */
    List<LocalizedText> heldBy(PersonId person);

    /**
     * Takes away what is only theirs, anonymises what others' records need, and notes the account to be deleted.
     *
     * @return the id of the researcher that they were; empty for none
     */
    Optional<UUID> erase(PersonId person, Instant now);

    /** Subjects whose accounts the identity provider still has. */
    List<String> erasedAccounts();

    /** The identity provider has it no more. */
    void forget(String subject);
}
