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
 * @param lastSeen when the person last signed in to act for the organisation; null when never, or unless the reader is a
 *     lab manager or an administrator of the organisation
 */
public record Member(
        PersonId person,
        LocalizedText name,
        @Nullable EmailAddress email,
        LocalizedText title,
        Set<Role> roles,
        Instant since,
        @Nullable Instant lastSeen) {
    public Member {
        roles = Set.copyOf(roles);
    }

    Member seen(@Nullable Instant at) {
        return new Member(person, name, email, title, roles, since, at);
    }
}
