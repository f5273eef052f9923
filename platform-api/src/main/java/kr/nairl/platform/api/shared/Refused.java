package kr.nairl.platform.api.shared;

import java.util.Locale;
import java.util.Map;

/** The domain understood what was asked and does not do it now. Becomes a problem with status 409. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> more;

    /** @param reason an enum constant of the core, whose name becomes the stable code: {@code NOT_NOW}, {@code not-now} */
    public Refused(Enum<?> reason, Map<String, Object> more) {
        super(reason.name());
        this.code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.more = Map.copyOf(more);
    }

    String code() {
        return code;
    }

    Map<String, Object> more() {
        return more;
    }
}
