package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the sentences of a text are. A line break always ends one; a full stop does when white space follows it. */
final class Sentences {

    /** A sentence's place in its text, without white space around it. */
    record Place(int start, int end) {}

    private static final Pattern BOUNDARY =
            Pattern.compile("\\R+|(?<=[.!?。…][\"'”’)\\]]?)(?<!\\b(?:e\\.g|i\\.e|vs|cf|al|Dr|No|[A-Z])\\.)\\s+");

    private Sentences() {}

    static List<Place> of(String text) {
        List<Place> places = new ArrayList<>();
        Matcher boundary = BOUNDARY.matcher(text);
        int start = 0;
        while (boundary.find()) {
            add(places, text, start, boundary.start());
            start = boundary.end();
        }
        add(places, text, start, text.length());
        return places;
    }

    private static void add(List<Place> places, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            places.add(new Place(start, end));
        }
    }
}
