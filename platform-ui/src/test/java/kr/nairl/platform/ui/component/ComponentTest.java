package kr.nairl.platform.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the components say to those who cannot see them, and what they refuse to do with a person's text. */
class ComponentTest extends BrowserlessTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @BeforeEach
    void koreanReader() {
        UI.getCurrent().setLocale(Locale.KOREAN);
    }

    @Test
    void quoteMarksRangesAndKeepsMarkupAsText() {
        Quote quote = new Quote("a <b>motion</b> of points", List.of(new TextRange(5, 11), new TextRange(8, 99)));
        assertThat(quote.getElement().getTextRecursively()).isEqualTo("a <b>motion</b> of points");
        assertThat(descendants(quote.getElement())
                        .filter(element -> !element.isTextNode() && "mark".equals(element.getTag()))
                        .map(Element::getText))
                .containsExactly("motion", "</b> of points");
    }

    @Test
    void reasonBarLeavesOpenWhatIsNotCovered() {
        ReasonBar bar = new ReasonBar(List.of(new ReasonShare("A", 0.41), new ReasonShare("B", 0.24)));
        assertThat(bar.getChildren().map(part -> part.getElement().getStyle().get("width")))
                .containsExactly("41.0%", "24.0%");
        assertThat(bar.getElement().getAttribute("role")).isEqualTo("img");
    }

    @Test
    void languageTextFallsBackAndSaysSo() {
        LanguageText korean = new LanguageText("한국어", "English", Locale.KOREAN);
        assertThat(korean.getText()).isEqualTo("한국어");
        LanguageText fallback = new LanguageText(" ", "English", Locale.KOREAN);
        assertThat(fallback.getElement().getTextRecursively()).isEqualTo("EnglishEN");
        assertThat(fallback.getElement().getChild(0).getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void countedTextKeepsWhatIsTooLongAndSaysSo() {
        CountedTextArea area = new CountedTextArea("", 5);
        area.setValue("123456");
        assertThat(area.isInvalid()).isTrue();
        assertThat(area.getValue()).isEqualTo("123456");
        area.setValue("12345");
        assertThat(area.isInvalid()).isFalse();
    }

    @Test
    void bilingualFieldMarksTheMissingLanguage() {
        BilingualField field = BilingualField.line("");
        field.setValue(new Bilingual("이름", ""));
        List<Boolean> missing = descendants(field.getElement())
                .flatMap(element -> element.getComponent().stream())
                .filter(TextField.class::isInstance)
                .map(line -> line.getElement().getClassList().contains("missing"))
                .toList();
        assertThat(missing).containsExactly(false, true);
    }

    @Test
    void sharesOfMoreThanAllAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReasonShare("A", 1.2));
    }

    @Test
    void timesAreToldFromTheReadersDay() {
        Formats formats = new Formats(Locale.KOREAN, Formats.SEOUL);
        assertThat(formats.relative(NOW.minus(10, ChronoUnit.HOURS), NOW)).isEqualTo(formats.translate("time.day.ago"));
        assertThat(formats.relative(NOW.minus(90, ChronoUnit.DAYS), NOW)).isEqualTo("2026년 8월 25일");
        assertThat(new Formats(Locale.ENGLISH, Formats.SEOUL).date(NOW)).isEqualTo("November 23, 2026");
        assertThat(formats.percent(0.41)).isEqualTo("41%");
    }

    private static Stream<Element> descendants(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ComponentTest::descendants));
    }
}
