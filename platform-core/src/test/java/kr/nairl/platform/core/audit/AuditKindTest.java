package kr.nairl.platform.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditKindTest {

    /** From a call that records to the end of its statement. */
    private static final Pattern CALL = Pattern.compile("\\baudit\\.record\\(|\\brecord\\(actor,|\\btell\\(actor,");

    private static final Pattern ACTION = Pattern.compile("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");

    @Test
    void everyActionThatIsRecordedBelongsToOneKind() throws IOException {
        List<String> known = Arrays.stream(AuditKind.values())
                .flatMap(kind -> kind.actions().stream())
                .toList();
        assertThat(known).doesNotHaveDuplicates();
        TreeSet<String> recorded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher call = CALL.matcher(source);
                while (call.find()) {
                    Matcher action = ACTION.matcher(source.substring(call.end(), source.indexOf(';', call.end())));
                    if (action.find()) {
                        recorded.add(action.group(1));
                    }
                }
            }
        }
        assertThat(recorded).contains("ties.exported", "membership.removed", "audit.exported");
        assertThat(known)
                .as("give it a kind here and words in messages/audit_*")
                .containsAll(recorded);
    }
}
