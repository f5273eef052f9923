package kr.nairl.platform.ui.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteMapTest {

    private static final String BASE = "https://lab.example";
    private static final int MOST_ADDRESSES = 50_000;

    private final SiteMap map = new SiteMap(BASE);

    @Test
    void aSmallMapIsOneFileWithEachPageInBothLanguages() {
        String file = text(map.of(List.of("", "/letter")));
        assertThat(file).contains("<urlset").doesNotContain("<sitemapindex");
        assertThat(addresses(file)).isEqualTo(4);
        assertThat(file)
                .contains("<loc>" + BASE + "/en/letter</loc>", "hreflang=\"ko\" href=\"" + BASE + "/ko/letter\"");
    }

    @Test
    void aMapThatIsTooLargeComesInPartsThatHoldEveryPageOnce() {
        List<String> paths = IntStream.rangeClosed(1, MOST_ADDRESSES / 2 + 1)
                .mapToObj(n -> "/p" + n)
                .toList();
        String index = text(map.of(paths));
        assertThat(index)
                .contains("<sitemapindex", "/sitemap.xml?part=1</loc>", "/sitemap.xml?part=2</loc>")
                .doesNotContain("part=3", "<urlset");
        String first = text(map.part(paths, 1).orElseThrow());
        String second = text(map.part(paths, 2).orElseThrow());
        assertThat(addresses(first)).isEqualTo(MOST_ADDRESSES);
        assertThat(addresses(second)).isEqualTo(2);
        assertThat(second).contains("/ko/p" + paths.size() + "</loc>");
        assertThat(map.part(paths, 0)).isEmpty();
        assertThat(map.part(paths, 3)).isEmpty();
    }

    private static int addresses(String file) {
        return file.split("<loc>", -1).length - 1;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
