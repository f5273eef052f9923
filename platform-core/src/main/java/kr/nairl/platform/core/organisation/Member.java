package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.Set;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * An active membership as its organisation's people and lab managers see it.
 *
 * @param email null unless the reader is that person, a lab manager or an administrator of the organisation
 * @param title what the person is there; may be empty
 */
public record Member(
        PersonId person,
        LocalizedText name,
        @Nullable EmailAddress email,
        LocalizedText title,
        Set<Role> roles,
        Instant since) {
    public Member {
        roles = Set.copyOf(roles);
    }
}
