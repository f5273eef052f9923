package kr.nairl.platform.app.hostile;

import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Role;

/**
 * Who reaches a place.
 *
 * @param roles those who do; all who come by this door when it is empty
 */
record Audience(Door door, Set<Role> roles) {

    static final Audience EVERYONE = new Audience(Door.OPEN, Set.of());
    static final Audience SIGNED_IN = new Audience(Door.SESSION, Set.of());
    static final Audience TOKEN = new Audience(Door.TOKEN, Set.of());

    /** What one must show to come in. */
    enum Door {
        /** Nothing. */
        OPEN,
        /** The session's cookie. */
        SESSION,
        /** A bearer token. */
        TOKEN
    }

    static Audience signedIn(Role... roles) {
        return new Audience(Door.SESSION, Set.of(roles));
    }

    boolean includes(Actor.Person person) {
        return roles.isEmpty() || roles.stream().anyMatch(person::has);
    }
}
