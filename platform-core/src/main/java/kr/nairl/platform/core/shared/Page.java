package kr.nairl.platform.core.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items at most the page request's limit
 * @param total how many rows the whole list has for this actor
 */
public record Page<T>(List<T> items, int total) {

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), total);
    }
}
