package kr.nairl.platform.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileMapTest {

    private static final List<Double> SIZES = List.of(9.0, 6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0, 1.0);

    @Test
    void everyTileGetsItsShareOfTheWholeAndNoneLiesOutside() {
        double sum = SIZES.stream().mapToDouble(Double::doubleValue).sum();
        List<TileMap.Place> places = TileMap.places(SIZES, TileMap.ASPECT);
        assertThat(places).hasSameSizeAs(SIZES);
        for (int i = 0; i < places.size(); i++) {
            TileMap.Place place = places.get(i);
            assertThat(place.width() * place.height() / 10_000).isCloseTo(SIZES.get(i) / sum, within(1e-9));
            assertThat(place.x()).isGreaterThanOrEqualTo(-1e-9);
            assertThat(place.y()).isGreaterThanOrEqualTo(-1e-9);
            assertThat(place.x() + place.width()).isLessThanOrEqualTo(100 + 1e-9);
            assertThat(place.y() + place.height()).isLessThanOrEqualTo(100 + 1e-9);
        }
    }

    @Test
    void noTwoTilesOverlap() {
        List<TileMap.Place> places = TileMap.places(SIZES, TileMap.ASPECT);
        for (TileMap.Place one : places) {
            for (TileMap.Place other : places) {
                double wide = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
                double high =
                        Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
                assertThat(one == other || wide < 1e-9 || high < 1e-9)
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    @Test
    void tilesAreNearlySquareAndOneAloneFillsAll() {
        assertThat(TileMap.places(SIZES, TileMap.ASPECT)).allSatisfy(place -> {
            double ratio = place.width() * TileMap.ASPECT / place.height();
            assertThat(Math.max(ratio, 1 / ratio)).isLessThan(2.5);
        });
        assertThat(TileMap.places(List.of(3.0), TileMap.ASPECT)).containsExactly(new TileMap.Place(0, 0, 100, 100));
        assertThat(TileMap.places(List.of(), TileMap.ASPECT)).isEmpty();
    }
}
