package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks for the reason of a step that says no, before it is taken. Hidden until it is opened. */
public final class ReasonChoice<R> extends Div {
    private final RadioButtonGroup<R> reason = new RadioButtonGroup<>();

    /**
     * @param question above the reasons
     * @param words of a reason
     * @param verb the step's own word
     * @param missing said when no reason is chosen
     * @param step taken with the chosen reason; the choice stays open until it is closed
     * @param otherwise done when the reader changes their mind
     */
    public ReasonChoice(
            String question,
            R[] reasons,
            ItemLabelGenerator<R> words,
            String verb,
            String missing,
            SerializableConsumer<R> step,
            SerializableRunnable otherwise) {
        addClassName("stack");
        reason.setLabel(question);
        reason.setItems(reasons);
        reason.setItemLabelGenerator(words);
        add(
                reason,
                Columns.row(
                        Buttons.destructive(verb, click -> {
                            R chosen = reason.getValue();
                            if (chosen == null) {
                                reason.setErrorMessage(missing);
                                reason.setInvalid(true);
                                return;
                            }
                            step.accept(chosen);
                        }),
                        Buttons.quiet(getTranslation("component.cancel"), click -> {
                            setVisible(false);
                            otherwise.run();
                        })));
        setVisible(false);
    }
}
