package kr.nairl.platform.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page says a word of its own: every text that reaches a reader comes from the bundles or from content. */
class LiteralTextTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Knows Korean grammar, and the legal forms in Korean names. */
    private static final Set<String> KNOW_KOREAN = Set.of("Postposition.java", "Initials.java");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern HANGUL_LITERAL = Pattern.compile("\"[^\"\\n]*[가-힣][^\"\\n]*\"");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:\\bset(?:Text|Label|Placeholder|HelperText|ErrorMessage|Title|AriaLabel|Header|ConfirmText|CancelText"
                    + "|TooltipText|EmptyStateText|CaptionText|SummaryText|PageTitle)"
                    + "|\\bnew (?:Span|H[1-6]|Paragraph|Text|Button|NativeButton|Anchor|RouterLink|Tab|TextField|TextArea"
                    + "|EmailField|ComboBox|Select|Checkbox|RadioButtonGroup|DatePicker|Details|Tag|Card|ListCard|PageHeader"
                    + "|StatCard|EmptyState|CountedTextArea|TopicPicker|DayPicker|ConfirmDialog|MenuItem|Legend|ListItem"
                    + "|WorkProgress|HeatTable|ChartWithTable)"
                    + "|\\bToast\\.\\w+|\\bConfirmation\\.\\w+|\\bButtons\\.\\w+|\\bBilingualField\\.\\w+|\\bNotification\\.show"
                    + "|\\.with(?:Context|Lead|Note|Trend|Row|All|Choice|Toggle)"
                    + ")\\s*\\(\\s*(?:Glyph\\.\\w+,\\s*)?\"([^\"\\n]*\\p{L}[^\"\\n]*)\"");

    @Test
    void noSourceHoldsALiteralText() throws IOException {
        Map<String, String> words = new PlatformMessages().getAllTranslations(Locale.KOREAN);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = String.valueOf(file.getFileName());
                literals(Files.readString(file), KNOW_KOREAN.contains(name)).stream()
                        .filter(literal -> !words.containsKey(literal))
                        .forEach(literal -> found.add(name + ": " + literal));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void literalsAreFound() {
        assertThat(literals("add(new Span(\"Hello\")); field.setLabel( \"Name\");", false))
                .hasSize(2);
        assertThat(literals("say(\"안녕하세요\")", false)).hasSize(1);
        assertThat(literals("new EmptyState(Glyph.BELL, \"Nothing\", text)", false))
                .hasSize(1);
        assertThat(literals("// new Span(\"Hello\")", false)).isEmpty();
        assertThat(literals("new Span(getTranslation(\"a.key\"))", false)).isEmpty();
        assertThat(literals("new Span(\" · \")", false)).isEmpty();
    }

    private static List<String> literals(String source, boolean knowsKorean) {
        String code = COMMENT.matcher(source).replaceAll("");
        List<String> found = new ArrayList<>();
        Matcher spoken = SPOKEN.matcher(code);
        while (spoken.find()) {
            found.add(spoken.group(1));
        }
        Matcher korean = HANGUL_LITERAL.matcher(code);
        while (!knowsKorean && korean.find()) {
            found.add(korean.group());
        }
        return found;
    }
}
