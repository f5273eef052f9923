package kr.nairl.platform.core.shared;

/** The actor may do this, but has to prove with a second factor once more who they are. */
public final class ProofNeededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the log, never for the screen */
    public ProofNeededException(String message) {
        super(message);
    }
}
