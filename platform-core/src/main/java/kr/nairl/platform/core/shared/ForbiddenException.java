package kr.nairl.platform.core.shared;

/** The actor may see the thing but not do this to it. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log, never for the screen */
    public ForbiddenException(String message) {
        super(message);
    }
}
