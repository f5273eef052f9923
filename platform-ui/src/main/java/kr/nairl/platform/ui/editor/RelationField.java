package kr.nairl.platform.ui.editor;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.TopicPicker;

/**
 * A picker of what a story is about, by ids.
 *
 * @param <I> the id
 */
final class RelationField<I> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NAMELESS = "…";

    private final TopicPicker.Lookup<Choice<I>> lookup;
    private final TopicPicker<Choice<I>> picker;

    /**
     * One that can be chosen.
     *
     * @param <I> its id
     */
    record Choice<I>(I id, String name) implements Serializable {}

    RelationField(String label, TopicPicker.Lookup<Choice<I>> lookup) {
        this.lookup = lookup;
        this.picker = new TopicPicker<>(label, lookup, Choice::name, Choice::id);
    }

    TopicPicker<Choice<I>> picker() {
        return picker;
    }

    /** Chooses these by the names in the list; one that is in no list keeps its place without a name. */
    void choose(Collection<I> ids) {
        List<Choice<I>> known = ids.isEmpty() ? List.of() : lookup.find("", 0, PageRequest.MAX_LIMIT);
        List<Choice<I>> chosen = new ArrayList<>();
        for (I id : ids) {
            chosen.add(known.stream()
                    .filter(choice -> choice.id().equals(id))
                    .findFirst()
                    .orElseGet(() -> new Choice<>(id, NAMELESS)));
        }
        picker.choose(chosen);
    }

    List<I> chosen() {
        return picker.getValue().stream().map(Choice::id).toList();
    }
}
