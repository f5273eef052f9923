package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.Component;
import kr.nairl.platform.core.admission.ApplicationState;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** How applications are put in words. */
final class AdmissionWords {

    private AdmissionWords() {}

    static Tag state(Component where, ApplicationState state) {
        return new Tag(where.getTranslation("application.state." + state.name()), tone(state));
    }

    static Tone tone(ApplicationState state) {
        return switch (state) {
            case SUBMITTED -> Tone.WARN;
            case QUESTION_ASKED -> Tone.BRAND;
            case APPROVED, JOINED -> Tone.OK;
            case UNCONFIRMED, DECLINED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
