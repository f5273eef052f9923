package kr.nairl.platform.ui.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.mail.RenderedMail;
import kr.nairl.platform.core.shared.Language;
import org.junit.jupiter.api.Test;

class AlertMailTest {

    private static final List<Map<String, String>> ITEMS = List.of(
            Map.of(
                    "name",
                    "Ada <b>Kim</b>",
                    "strength",
                    "STRONG",
                    "why",
                    "pose estimation",
                    "link",
                    "/researchers/ada"),
            Map.of("name", "Bo Lee", "why", "", "link", "/researchers/bo"));

    private final ThymeleafMails mails = new ThymeleafMails("https://lab.example");

    @Test
    void allThatIsNewIsListedWithReasonAndLink() {
        RenderedMail mail = mails.render("alert.experts", Language.EN, model(2));
        assertThat(mail.subject()).isEqualTo("2 new matches for: Reading gaits");
        assertThat(mail.text())
                .contains(
                        "Hello Chan",
                        "- Ada <b>Kim</b>\n  Very good fit · pose estimation\n  https://lab.example/researchers/ada\n",
                        "- Bo Lee\n  https://lab.example/researchers/bo\n",
                        "See details: https://lab.example/interests/1/matches")
                .doesNotContain("more.", "{");
        assertThat(mail.html())
                .contains(
                        "href=\"https://lab.example/researchers/ada\"",
                        "Ada &lt;b&gt;Kim&lt;/b&gt;",
                        "Very good fit · pose estimation")
                .doesNotContain("<b>Kim", "{");
    }

    @Test
    void whatIsNotNamedIsCountedInTheReadersLanguage() {
        RenderedMail mail = mails.render("alert.experts", Language.KO, model(13));
        assertThat(mail.subject()).isEqualTo("새로 맞는 연구자와 연구 분야 13건: Reading gaits");
        assertThat(mail.text()).contains("아주 잘 맞음 · pose estimation", "그 밖에 11건이 더 있습니다.");
        assertThat(mail.html()).contains("그 밖에 11건이 더 있습니다.", "lang=\"ko\"");
    }

    @Test
    void everyKindOfAlertHasWordsInBothLanguages() {
        for (String kind : List.of("alert.experts", "alert.needs", "alert.researchers", "alert.interests")) {
            for (Language language : Language.values()) {
                RenderedMail one = mails.render(kind, language, model(1));
                assertThat(one.subject()).isNotBlank().doesNotContain("{", "alert.");
                assertThat(one.text()).doesNotContain("{", "alert.");
            }
        }
    }

    private static Map<String, Object> model(int count) {
        return Map.of(
                "recipient", "Chan",
                "title", "Reading gaits",
                "count", count,
                "items", ITEMS,
                "link", "/interests/1/matches");
    }
}
