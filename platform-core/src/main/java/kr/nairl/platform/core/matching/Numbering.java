package kr.nairl.platform.core.matching;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for words ({@link TextAnalysis.Term}) and concepts, from 0 in the order in which they came. What has a number
 * keeps it. One thread at a time gives numbers, any may look them up.
 */
final class Numbering {

    private final Map<Object, Integer> numbers = new ConcurrentHashMap<>();

    int of(Object thing) {
        Integer known = numbers.get(thing);
        if (known != null) {
            return known;
        }
        int next = numbers.size();
        numbers.put(thing, next);
        return next;
    }

    /** One more than the greatest number. */
    int size() {
        return numbers.size();
    }

    OptionalInt known(Object thing) {
        Integer known = numbers.get(thing);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }
}
