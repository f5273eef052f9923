package kr.nairl.platform.core.shared;

import java.util.List;

/** Input that the domain refuses. Carries every violation found, so that a form can mark all its fields at once. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidInputException(List<Violation> violations) {
        super(violations.toString());
        this.violations = List.copyOf(violations);
    }

    public InvalidInputException(String field, String code, Object... arguments) {
        this(List.of(new Violation(field, code, List.of(arguments))));
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * One refused field.
     *
     * @param field the field's name in the input record, such as {@code title}
     * @param code what is wrong, a stable key such as {@code too-long}; messages are {@code violation.<code>}
     * @param arguments values for the message, such as the limit
     */
    public record Violation(String field, String code, List<Object> arguments) {
        public Violation {
            arguments = List.copyOf(arguments);
        }
    }
}
