package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serial;
import java.util.Arrays;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.HandOverReason;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.research.ResearcherPicker;
import org.jspecify.annotations.Nullable;

/** Asks to whom a request is passed on, and why. Hidden until it is opened; nobody is looked up before that. */
class HandOverChoice extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ResearcherPicker to;
    private final RadioButtonGroup<HandOverReason> reason = new RadioButtonGroup<>();

    /**
     * @param step taken with the colleague and the reason; the choice stays open until it is closed
     * @param otherwise done when the reader changes their mind
     */
    HandOverChoice(
            ResearcherDirectory directory,
            CurrentActor current,
            SerializableBiConsumer<ResearcherId, HandOverReason> step,
            SerializableRunnable otherwise) {
        addClassName("stack");
        to = new ResearcherPicker(getTranslation("request.handOver.to"), directory, current);
        reason.setLabel(getTranslation("request.handOver.reason"));
        reason.setItems(Arrays.stream(HandOverReason.values())
                .filter(HandOverReason::isOfAddressee)
                .toList());
        reason.setItemLabelGenerator(value -> getTranslation("request.handOver." + value.name()));
        Paragraph after = new Paragraph(getTranslation("request.handOver.after"));
        after.addClassNames("small", "dim");
        add(
                to,
                reason,
                after,
                Columns.row(
                        Buttons.primary(getTranslation("request.do.HAND_OVER"), click -> take(step)),
                        Buttons.quiet(getTranslation("component.cancel"), click -> {
                            setVisible(false);
                            otherwise.run();
                        })));
        setVisible(false);
    }

    /** Leaves out who has it now. */
    void from(@Nullable ResearcherId researcher) {
        to.leaveOut(researcher);
    }

    private void take(SerializableBiConsumer<ResearcherId, HandOverReason> step) {
        ResearcherCard chosen = to.getValue();
        HandOverReason why = reason.getValue();
        to.setErrorMessage(getTranslation("request.handOver.to.needed"));
        to.setInvalid(chosen == null);
        reason.setErrorMessage(getTranslation("request.reason.needed"));
        reason.setInvalid(why == null);
        if (chosen == null) {
            to.focus();
        } else if (why != null) {
            step.accept(chosen.id(), why);
        }
    }
}
