package kr.nairl.platform.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");
    /** A whole literal key; one that is put together ends before a plus sign and is not meant. */
    private static final Pattern ASKED = Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    private final PlatformMessages messages = new PlatformMessages();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(all(Locale.KOREAN).keySet())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(all(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyTextSaysSomethingAndIsWellFormed(String language) {
        Locale locale = Locale.forLanguageTag(language);
        all(locale).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            if (PARAMETER.matcher(text).find()) {
                assertThat(new MessageFormat(text.replace("'", "''"), locale))
                        .as(key)
                        .isNotNull();
            }
        });
    }

    @Test
    void bothLanguagesTakeTheSameParameters() {
        Map<String, String> english = all(Locale.ENGLISH);
        all(Locale.KOREAN)
                .forEach((key, text) ->
                        assertThat(parameters(text)).as(key).isEqualTo(parameters(english.getOrDefault(key, ""))));
    }

    @Test
    void englishHoldsNoKorean() {
        assertThat(all(Locale.ENGLISH))
                .allSatisfy((key, text) ->
                        assertThat(HANGUL.matcher(text).find()).as(key).isFalse());
    }

    /** An apostrophe is just an apostrophe here: a doubled one would be shown as it is. */
    @Test
    void noTextDoublesAnApostrophe() {
        for (Locale language : PlatformMessages.LANGUAGES) {
            assertThat(all(language))
                    .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("''"));
        }
    }

    @Test
    void everyTextThatAPageAsksForExists() throws IOException {
        Map<String, String> korean = all(Locale.KOREAN);
        List<String> absent = new ArrayList<>();
        int asked = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher call = ASKED.matcher(Files.readString(file));
                while (call.find()) {
                    asked++;
                    if (!korean.containsKey(call.group(1))) {
                        absent.add(file.getFileName() + ": " + call.group(1));
                    }
                }
            }
        }
        assertThat(asked).isPositive();
        assertThat(absent).isEmpty();
    }

    @Test
    void everyReaderGetsAProvidedLanguage() {
        assertThat(PlatformMessages.nearest(Locale.US)).isEqualTo(Locale.ENGLISH);
        assertThat(PlatformMessages.nearest(Locale.KOREA)).isEqualTo(Locale.KOREAN);
        assertThat(PlatformMessages.nearest(Locale.JAPAN)).isEqualTo(Locale.KOREAN);
    }

    @Test
    void englishPluralsAndKoreanNumbersFit() {
        assertThat(messages.getTranslation("time.minutes.ago", Locale.ENGLISH, 1L))
                .isEqualTo("1 minute ago");
        assertThat(messages.getTranslation("time.minutes.ago", Locale.ENGLISH, 3L))
                .isEqualTo("3 minutes ago");
        assertThat(messages.getTranslation("time.minutes.ago", Locale.KOREAN, 3L))
                .isEqualTo("3분 전");
    }

    private Map<String, String> all(Locale locale) {
        return new HashMap<>(messages.getAllTranslations(locale));
    }

    private static TreeSet<String> parameters(String text) {
        TreeSet<String> found = new TreeSet<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            found.add(parameter.group(1));
        }
        return found;
    }
}
