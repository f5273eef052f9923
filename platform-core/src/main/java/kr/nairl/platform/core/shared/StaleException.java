package kr.nairl.platform.core.shared;

/** Somebody else changed the thing meanwhile; nothing was written. */
public final class StaleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log, never for the screen */
    public StaleException(String message) {
        super(message);
    }
}
