package kr.nairl.platform.core.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What an alert has to tell, as its event carries it.
 *
 * @param title the interest's title or the search's name; empty for what fits a researcher
 * @param count how many there are, at least 1
 * @param items the first of them, at most {@value #ITEMS}
 * @param link to where they all stand, or to the only one
 */
public record AlertNews(AlertId alert, LocalizedText title, int count, List<Item> items, String link) {

    /** So many are named; the rest is counted. */
    static final int ITEMS = 10;

    /** Headlines are as long as researchers make them. */
    private static final int WHY_MAX = 200;

    public AlertNews {
        items = List.copyOf(items);
    }

    /** One of them in words. */
    public record Item(LocalizedText name, Match.@Nullable Strength strength, LocalizedText why, String link) {}

    /** The event's kind for what is watched. */
    public static String kind(Watched watched) {
        return switch (watched) {
            case Watched.Experts experts -> "alert.experts";
            case Watched.Needs needs -> "alert.needs";
            case Watched.Researchers researchers -> "alert.researchers";
            case Watched.Interests interests -> "alert.interests";
        };
    }

    static AlertNews of(AlertId alert, LocalizedText title, List<Finding> fresh, String all) {
        List<Item> items = fresh.stream()
                .limit(ITEMS)
                .map(finding -> new Item(finding.name(), finding.strength(), finding.why(), finding.link()))
                .toList();
        return new AlertNews(
                alert,
                title,
                fresh.size(),
                items,
                fresh.size() == 1 ? fresh.getFirst().link() : all);
    }

    /** As an event's detail. */
    Map<String, String> detail() {
        Map<String, String> detail = new HashMap<>();
        detail.put("alert", alert.toString());
        detail.put("count", Integer.toString(count));
        detail.put("link", link);
        put(detail, "title", title);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            put(detail, i + ".name", item.name());
            put(detail, i + ".why", item.why());
            detail.put(i + ".link", item.link());
            if (item.strength() != null) {
                detail.put(i + ".strength", item.strength().name());
            }
        }
        return detail;
    }

    /** Read from an event's detail; empty when it holds none. */
    public static Optional<AlertNews> of(Map<String, String> detail) {
        String alert = detail.get("alert");
        String count = detail.get("count");
        String link = detail.get("link");
        if (alert == null || count == null || link == null) {
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; detail.containsKey(i + ".link"); i++) {
            String strength = detail.get(i + ".strength");
            items.add(new Item(
                    text(detail, i + ".name"),
                    strength == null ? null : Match.Strength.valueOf(strength),
                    text(detail, i + ".why"),
                    detail.getOrDefault(i + ".link", "")));
        }
        return Optional.of(
                new AlertNews(AlertId.of(alert), text(detail, "title"), Integer.parseInt(count), items, link));
    }

    private static void put(Map<String, String> detail, String name, LocalizedText text) {
        put(detail, name + ".ko", text.ko());
        put(detail, name + ".en", text.en());
    }

    private static void put(Map<String, String> detail, String name, @Nullable String text) {
        if (text != null) {
            detail.put(name, shortened(text));
        }
    }

    private static String shortened(String text) {
        if (text.length() <= WHY_MAX) {
            return text;
        }
        int end = WHY_MAX - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static LocalizedText text(Map<String, String> detail, String name) {
        return LocalizedText.of(detail.get(name + ".ko"), detail.get(name + ".en"));
    }
}
