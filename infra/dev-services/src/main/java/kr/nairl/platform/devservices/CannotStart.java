package kr.nairl.platform.devservices;

/** Something outside this program keeps it from starting. The message is one line for a person: what and what to do. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
