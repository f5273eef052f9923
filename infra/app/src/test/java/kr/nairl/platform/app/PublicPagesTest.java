package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.matching.QualityRecord;
import kr.nairl.platform.core.matching.QualityRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every public page that the site map names, in both languages, and every page that these lead to. */
class PublicPagesTest {

    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]+)</loc>");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#?]*)");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static String base;
    private static List<String> pages;

    @BeforeAll
    static void readTheMap() {
        base = RunningPlatform.get().url();
        pages = LOCATION.matcher(get("/sitemap.xml", "ko").body())
                .results()
                .map(found -> found.group(1).substring(base.length()))
                .toList();
        assertThat(pages)
                .hasSizeGreaterThan(60)
                .contains(
                        "/ko/partners/everex",
                        "/en/sub-projects/3",
                        "/ko/researchers",
                        "/en/researchers/seungryong-kim");
    }

    @Test
    void eachIsReadableInItsLanguageWithoutACookie() {
        for (String page : pages) {
            HttpResponse<String> answer = get(page, "fr");
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.headers().firstValue("set-cookie")).as(page).isEmpty();
            assertThat(answer.headers().firstValue("content-language")).as(page).contains(page.substring(1, 3));
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .as(page)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.body())
                    .as(page)
                    .contains("lang=\"" + page.substring(1, 3) + "\"")
                    .doesNotContain(">null<", "??", "${");
        }
    }

    @Test
    void aHeadAnswersWithTheTagOfTheGet() throws IOException, InterruptedException {
        for (String page : List.of("/ko", "/en/letter/everex-rehabilitation", "/ko/researchers", "/sitemap.xml")) {
            HttpResponse<String> head = HTTP.send(
                    HttpRequest.newBuilder(URI.create(base + page)).HEAD().build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String tag = get(page, "ko").headers().firstValue("etag").orElseThrow();
            assertThat(head.statusCode()).as(page).isEqualTo(200);
            assertThat(head.headers().firstValue("etag")).as(page).contains(tag);
            assertThat(head.body()).isEmpty();
            HttpResponse<String> kept = HTTP.send(
                    HttpRequest.newBuilder(URI.create(base + page))
                            .HEAD()
                            .header("If-None-Match", tag)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(kept.statusCode()).as(page).isEqualTo(304);
        }
    }

    @Test
    void theFootOfAShortPageStandsAtTheEndOfTheWindow() {
        try (Browser browser = new Browser();
                Browser.Visit reader = browser.visit("ko-KR", 1440, 1200)) {
            for (String page : List.of("/ko/partners/nobody", "/en/letter/everex-rehabilitation", "/ko/researchers")) {
                reader.open(page);
                Object below = reader.page()
                        .evaluate("document.querySelector('.site-foot').getBoundingClientRect().bottom + scrollY"
                                + " - Math.max(innerHeight, document.documentElement.scrollHeight)");
                assertThat(((Number) below).doubleValue()).as(page).isBetween(-1.0, 1.0);
            }
            reader.shot("public-researchers-foot");
            reader.open("/ko/partners/nobody").shot("public-short-page-foot");
        }
    }

    @Test
    void thePartnerIsNamedFirstInTheByline() {
        assertThat(byline(get("/ko/letter/everex-rehabilitation", "en").body())).startsWith("에버엑스 × ");
        assertThat(byline(get("/en/letter/everex-rehabilitation", "ko").body())).startsWith("EverEx × ");
    }

    private static String byline(String page) {
        Matcher who = Pattern.compile("<span class=\"who\">([^<]+)</span>").matcher(page);
        assertThat(who.find()).isTrue();
        return who.group(1);
    }

    @Test
    void noLinkLeadsNowhere() {
        Set<String> links = new LinkedHashSet<>();
        for (String page : pages) {
            Matcher link = LINK.matcher(get(page, "ko").body());
            while (link.find()) {
                links.add(link.group(1));
            }
        }
        assertThat(links).hasSizeGreaterThan(pages.size() / 2);
        links.forEach(link -> assertThat(get(link, "ko").statusCode()).as(link).isIn(200, 302));
        assertThat(get("/home", "ko").headers().firstValue("location").orElse(""))
                .contains("/oauth2/authorization/keycloak");
    }

    @Test
    void theImpactStoryAndTheCompanyLeadToEachOther() {
        assertThat(get("/ko/letter/everex-rehabilitation", "ko").body()).contains("href=\"/ko/partners/everex\"");
        assertThat(get("/ko/partners/everex", "ko").body()).contains("href=\"/ko/letter/everex-rehabilitation\"");
    }

    @Test
    void theMatchQualityPageShowsEveryRecordedFigureAndItsWeaknesses() {
        QualityRun newest = QualityRecord.shipped().newest();
        for (String language : List.of("ko", "en")) {
            String page = get("/" + language + "/match-quality", language).body();
            assertThat(page).contains(newest.version());
            assertThat(newest.figures())
                    .allSatisfy(one -> assertThat(page)
                            .contains(String.format(">%.3f<", one.gain().mean())));
            // The engine's own weaknesses, then four limits of how it is measured.
            assertThat(page.split("<li>[^<\\s]", -1))
                    .hasSize(newest.weaknesses().size() + 4 + 1);
        }
    }

    @Test
    void whatIsNotThereIsMissingInTheReadersLanguage() {
        for (String page : List.of("/partners/nobody", "/researchers/nobody", "/sub-projects/99", "/letter/nothing")) {
            assertThat(get("/ko" + page, "ko").statusCode()).as(page).isEqualTo(404);
            assertThat(get("/ko" + page, "ko").body()).contains("찾으시는 페이지가 없습니다");
            assertThat(get("/en" + page, "ko").body()).contains("lang=\"en\"");
        }
    }

    /** A request that no page sees, because the firewall before all pages refuses it. */
    @Test
    void whatIsRefusedBeforeAnyPageIsStillAPageOfTheLab() {
        for (String language : List.of("ko", "en")) {
            HttpResponse<String> answer = get("/" + language + "/letter;x=1/", "fr");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\"", "class=\"btn primary\"")
                    .doesNotContain("Whitelabel", "Exception");
        }
    }

    @Test
    void theBareLetterChoosesTheReadersLanguage() {
        assertThat(get("/letter", "en-US").headers().firstValue("location").orElse(""))
                .endsWith("/en/letter");
        assertThat(get("/letter", "ko-KR").headers().firstValue("location").orElse(""))
                .endsWith("/ko/letter");
    }

    private static HttpResponse<String> get(String path, String language) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Accept-Language", language)
                            .header("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
