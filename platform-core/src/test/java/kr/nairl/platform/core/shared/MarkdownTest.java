package kr.nairl.platform.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void scriptsAndDangerousLinksDoNotSurvive() {
        String html = Markdown.html("""
                <script>alert(1)</script> <img src=x onerror=alert(1)>

                [here](javascript:alert(1)) [there](https://nairl.example/a?b=1&c=2)
                """);
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("href=\"javascript")
                .contains("href=\"https://nairl.example/a?b&#61;1&amp;c&#61;2\"")
                .contains("noopener");
    }

    @Test
    void firstLevelHeadingsBecomeSecondLevelOnes() {
        assertThat(Markdown.html("# One\n\n## Two\n\n### Three"))
                .contains("<h2>One</h2>", "<h2>Two</h2>", "<h3>Three</h3>");
    }

    @Test
    void wideTableScrollsInABoxOfItsOwnAndKeepsItsAlignment() {
        assertThat(Markdown.html("| Test | Rate |\n|---|---:|\n| MT10 | 99.5 % |")
                        .replaceAll("\\s*\n\\s*", ""))
                .contains("<div class=\"table\" tabindex=\"0\"><table><thead>")
                .contains("<th class=\"right\">Rate</th>")
                .contains("<td>MT10</td><td class=\"right\">99.5 %</td>")
                .endsWith("</table></div>");
    }

    @Test
    void tableTitledInItsFirstHeaderCellOnlyBecomesAListOfFacts() {
        assertThat(Markdown.html("| At a glance | |\n|---|---|\n| Company | $1 \\\\ **EverEx** |")
                        .replaceAll("\\s*\n\\s*", ""))
                .contains("<table class=\"facts\"><caption>At a glance</caption>")
                .contains("<tr><th scope=\"row\">Company</th><td>$1 \\ <strong>EverEx</strong></td></tr>")
                .doesNotContain("<thead>");
    }

    @Test
    void tableTagsTypedAsTextStayText() {
        assertThat(Markdown.html("`<table><thead>` and <table>"))
                .doesNotContain("<div")
                .doesNotContain("<table");
    }

    @Test
    void plainTextHasNoMarks() {
        assertThat(Markdown.text("## A *b*\n\n[c](https://x.example)"))
                .doesNotContain("#")
                .doesNotContain("*");
    }
}
