package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.combobox.ComboBox;
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
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import org.jspecify.annotations.Nullable;

/** Asks to whom a request is passed on, and why. Hidden until it is opened; nobody is looked up before that. */
class HandOverChoice extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ComboBox<ResearcherCard> to = new ComboBox<>(getTranslation("request.handOver.to"));
    private final RadioButtonGroup<HandOverReason> reason = new RadioButtonGroup<>();
    private @Nullable ResearcherId addressee;

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
        Language language = Language.of(getLocale());
        to.setWidthFull();
        to.setHelperText(getTranslation("request.handOver.to.hint"));
        to.setItemLabelGenerator(card -> label(card, language));
        to.setItems(query -> directory
                .search(
                        current.actor(),
                        new ResearcherFilter(
                                query.getFilter().orElse(""), ResearcherFilter.ALL.subProjects(), null, null, true),
                        new PageRequest(query.getOffset(), Math.min(query.getLimit(), PageRequest.MAX_LIMIT)))
                .items()
                .stream()
                .filter(card -> !card.id().equals(addressee)));
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
        addressee = researcher;
    }

    private static String label(ResearcherCard card, Language language) {
        String name = card.name().text(language);
        return card.headline().isEmpty() ? name : name + " · " + card.headline().text(language);
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
