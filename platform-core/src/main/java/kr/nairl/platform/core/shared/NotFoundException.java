package kr.nairl.platform.core.shared;

/** There is no such thing for this actor: it does not exist or belongs to somebody else, and the answer is the same. */
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log, never for the screen */
    public NotFoundException(String message) {
        super(message);
    }
}
