package kr.nairl.platform.ui.admission;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import kr.nairl.platform.core.admission.ApplicationState;

/** The parts of the list of applications. */
enum ApplicationBox {
    WAITING(EnumSet.of(ApplicationState.SUBMITTED)),
    ASKED(EnumSet.of(ApplicationState.QUESTION_ASKED)),
    ACCEPTED(EnumSet.of(ApplicationState.APPROVED, ApplicationState.JOINED)),
    ENDED(EnumSet.of(ApplicationState.DECLINED, ApplicationState.WITHDRAWN));

    static final String PARAMETER = "box";

    private final Set<ApplicationState> states;

    ApplicationBox(Set<ApplicationState> states) {
        this.states = Set.copyOf(states);
    }

    Set<ApplicationState> states() {
        return states;
    }

    /** As it stands in the address; empty for the first, which opens without. */
    String value() {
        return this == WAITING ? "" : name().toLowerCase(Locale.ROOT);
    }

    static ApplicationBox chosen(QueryParameters query) {
        String value = query.getSingleParameter(PARAMETER).orElse("");
        return Arrays.stream(values())
                .filter(box -> box.value().equals(value))
                .findFirst()
                .orElse(WAITING);
    }
}
