package kr.nairl.platform.ui.editor;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.ui.component.TopicPicker;

/**
 * A picker of what a story is about, by ids.
 *
 * @param <I> the id
 */
final class RelationField<I> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TopicPicker<Choice<I>> picker;

    /**
     * One that can be chosen.
     *
     * @param <I> its id
     */
    record Choice<I>(I id, String name) implements Serializable {}

    RelationField(String label, TopicPicker.Lookup<Choice<I>> lookup) {
        this.picker = new TopicPicker<>(label, lookup, Choice::name, Choice::id);
    }

    TopicPicker<Choice<I>> picker() {
        return picker;
    }

    /**
     * Chooses these. One whose name this editor may not see keeps its place, and says so.
     *
     * @param named those whose names are known
     */
    void choose(Collection<I> ids, Stream<Choice<I>> named) {
        Map<I, Choice<I>> known = named.collect(Collectors.toMap(Choice::id, Function.identity()));
        picker.choose(ids.stream()
                .map(id -> known.getOrDefault(id, new Choice<>(id, EditorWords.say("editor.relation.hidden"))))
                .toList());
    }

    List<I> chosen() {
        return picker.getValue().stream().map(Choice::id).toList();
    }
}
