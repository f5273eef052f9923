package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Links as tiles whose area grows with their size, the greatest first: squarified (Bruls, Huizing and van Wijk 2000), drawn
 * with plain positions, so that a reader reaches each by keyboard and hears its words. On a phone they stand one under the
 * other, with a bar for the size. Small ones are drawn larger than in proportion, so that they can be read: the words say
 * the true numbers.
 */
public final class TileMap extends Div {

    /** Width by height, and that of few tiles; the stylesheet has the same. */
    static final double ASPECT = 1.5;

    private static final double FLAT_ASPECT = 2.6;

    private static final double FLATTENED = 0.6;

    /** So many need less height. */
    private static final int FEW = 4;

    /**
     * A part of a tile in its tone, such as a sub-project's share of people.
     *
     * @param amount above 0
     */
    public record Part(Tone tone, double amount) implements Serializable {}

    /**
     * A tile.
     *
     * @param size above 0
     * @param tone of the whole tile
     * @param parts shown as one bar at its foot; decoration, the words say the same
     */
    public record Tile(RouterLink link, double size, Tone tone, List<Part> parts) implements Serializable {

        public Tile {
            parts = List.copyOf(parts);
        }
    }

    /** A place in percent of the whole's width and height. */
    record Place(double x, double y, double width, double height) {}

    /** @param tiles greatest first */
    public TileMap(List<Tile> tiles) {
        addClassName("tile-map");
        boolean few = tiles.size() <= FEW;
        if (few) {
            addClassName("few");
        }
        List<Place> places = places(
                tiles.stream().map(tile -> Math.pow(tile.size(), FLATTENED)).toList(), few ? FLAT_ASPECT : ASPECT);
        double greatest = tiles.stream().mapToDouble(Tile::size).max().orElse(1);
        UnorderedList list = new UnorderedList();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            Place place = places.get(i);
            tile.link().addClassNames("tile", tile.tone().css());
            tile.link().add(bar(tile.parts()));
            ListItem item = new ListItem(tile.link());
            item.getStyle()
                    .set("--x", percent(place.x()))
                    .set("--y", percent(place.y()))
                    .set("--w", percent(place.width()))
                    .set("--h", percent(place.height()))
                    .set("--part", percent(100 * tile.size() / greatest));
            list.add(item);
        }
        add(list);
    }

    private static Span bar(List<Part> parts) {
        Span bar = new Span();
        bar.addClassName("tile-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        for (Part part : parts) {
            Span piece = new Span();
            piece.addClassName(part.tone().css());
            piece.getStyle().set("flex-grow", String.format(Locale.ROOT, "%.3f", part.amount()));
            bar.add(piece);
        }
        return bar;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }

    /**
     * @param sizes greatest first, each above 0
     * @param aspect width by height of the whole
     */
    static List<Place> places(List<Double> sizes, double aspect) {
        double sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> areas = sizes.stream().map(size -> size / sum * aspect).toList();
        List<Place> places = new ArrayList<>();
        double x = 0;
        double y = 0;
        double width = aspect;
        double height = 1;
        int from = 0;
        while (from < areas.size()) {
            double side = Math.min(width, height);
            int to = from + 1;
            while (to < areas.size()
                    && worst(areas.subList(from, to + 1), side) <= worst(areas.subList(from, to), side)) {
                to++;
            }
            double strip = areas.subList(from, to).stream()
                            .mapToDouble(Double::doubleValue)
                            .sum()
                    / side;
            double along = 0;
            for (double area : areas.subList(from, to)) {
                double length = area / strip;
                places.add(
                        width >= height
                                ? place(x, y + along, strip, length, aspect)
                                : place(x + along, y, length, strip, aspect));
                along += length;
            }
            if (width >= height) {
                x += strip;
                width -= strip;
            } else {
                y += strip;
                height -= strip;
            }
            from = to;
        }
        return places;
    }

    private static Place place(double x, double y, double width, double height, double aspect) {
        return new Place(100 * x / aspect, 100 * y, 100 * width / aspect, 100 * height);
    }

    /** How far the least square of a row of areas is from a square, 1 or more. */
    private static double worst(List<Double> row, double side) {
        double sum = row.stream().mapToDouble(Double::doubleValue).sum();
        double strip = sum / side;
        return row.stream()
                .mapToDouble(area -> {
                    double length = area / strip;
                    return Math.max(length / strip, strip / length);
                })
                .max()
                .orElse(1);
    }
}
