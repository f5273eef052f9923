package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.shared.Audience;

/**
 * Who sees one field, as a quiet choice beside it: as many as see the whole it belongs to, or fewer.
 * {@link Audience#PUBLIC} stands for the whole's own audience.
 */
public final class AudiencePicker extends Select<Audience> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String same;
    private Audience floor = Audience.PUBLIC;
    private Audience chosen = Audience.PUBLIC;

    /**
     * @param field what is chosen for, said by assistive technology
     * @param same what the choice of the whole's own audience is called
     */
    public AudiencePicker(String field, String same) {
        this.same = same;
        addClassName("audience-picker");
        setAriaLabel(getTranslation("ladder.picker", field));
        setRenderer(
                new ComponentRenderer<>(one -> AudienceWords.line(one == Audience.PUBLIC ? floor : one, words(one))));
        show();
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen = change.getValue();
            }
        });
    }

    /** What was chosen, also where the whole is as narrow by now. */
    public Audience chosen() {
        return chosen;
    }

    public void choose(Audience audience) {
        chosen = audience;
        show();
    }

    /** Offers only what is narrower than the whole's own audience. */
    public void setFloor(Audience whole) {
        floor = whole;
        show();
    }

    private void show() {
        List<Audience> offered = new ArrayList<>(List.of(Audience.PUBLIC));
        for (Audience audience : Audience.values()) {
            if (!floor.sees(audience)) {
                offered.add(audience);
            }
        }
        setItems(offered);
        setValue(floor.sees(chosen) ? Audience.PUBLIC : chosen);
    }

    private String words(Audience audience) {
        return audience == Audience.PUBLIC ? same : AudienceWords.word(audience);
    }
}
