package kr.nairl.platform.core.shared;

/** The membership that the actor signed in with has ended, or a role of it: nothing may be done in its name any more. */
public final class AuthorityEndedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log, never for the screen */
    public AuthorityEndedException(String message) {
        super(message);
    }
}
