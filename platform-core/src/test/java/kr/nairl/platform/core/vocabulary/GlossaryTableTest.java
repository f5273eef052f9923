package kr.nairl.platform.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTableTest {

    private static final String HEADER = "slug\tko\ten\tabbreviation\talt_ko\talt_en\tbroader\tsource\tlicence\n";
    private static final GlossaryTable SHIPPED = GlossaryTable.shipped();

    @Test
    void theShippedGlossaryHasLabelsInBothLanguagesAndALicenceInEveryRow() {
        assertThat(SHIPPED.rows()).hasSizeGreaterThanOrEqualTo(450);
        assertThat(SHIPPED.rows()).allSatisfy(row -> {
            assertThat(row.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(120);
            assertThat(row.ko()).isNotNull();
            assertThat(row.en()).isNotNull();
            assertThat(row.source()).isNotBlank();
            assertThat(row.licence()).isIn("Apache-2.0", "MIT", "BSD-3-Clause");
        });
    }

    @Test
    void everyShippedLabelFindsItsOwnConceptAndNoOther() {
        Glossary glossary = SHIPPED.glossary();
        List<String> lost = new ArrayList<>();
        glossary.entries()
                .forEach(entry -> entry.labels().forEach(label -> {
                    List<ConceptId> found = glossary.find(label).stream()
                            .map(Glossary.Mention::concept)
                            .toList();
                    if (!found.equals(List.of(entry.id()))) {
                        lost.add(label);
                    }
                }));
        assertThat(lost).isEmpty();
    }

    @Test
    void noShippedConceptIsItsOwnAncestor() {
        Map<String, GlossaryTable.Row> rows =
                SHIPPED.rows().stream().collect(Collectors.toMap(GlossaryTable.Row::slug, Function.identity()));
        for (GlossaryTable.Row row : SHIPPED.rows()) {
            Set<String> above = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(row.broader());
            while (!open.isEmpty()) {
                String slug = open.remove();
                if (above.add(slug)) {
                    Stream.ofNullable(rows.get(slug)).forEach(found -> open.addAll(found.broader()));
                }
            }
            assertThat(above).as(row.slug()).doesNotContain(row.slug());
        }
    }

    @Test
    void noTwoShippedConceptsShareALabel() {
        Map<String, String> owner = new HashMap<>();
        SHIPPED.glossary()
                .entries()
                .forEach(entry -> entry.labels().forEach(label -> {
                    String earlier = owner.put(label, entry.id().toString());
                    assertThat(earlier).as(label).isIn(null, entry.id().toString());
                }));
    }

    @Test
    void aTableReadsWithItsAlternativesAndBroaderSlugs() throws Exception {
        GlossaryTable table = GlossaryTable.read(
                new StringReader(HEADER + "a\t가\tA\tAB\t나| 다\tB|C\tb\tx\tMIT\n" + "b\t\tBee\t\t\t\t\tx\tMIT\n"));
        assertThat(table.rows())
                .containsExactly(
                        new GlossaryTable.Row(
                                "a", "가", "A", "AB", List.of("나", "다"), List.of("B", "C"), List.of("b"), "x", "MIT"),
                        new GlossaryTable.Row("b", null, "Bee", null, List.of(), List.of(), List.of(), "x", "MIT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t가\tA\n",
                "\t가\tA\t\t\t\t\tx\tMIT\n",
                "a\t\t\t\t\t\t\tx\tMIT\n",
                "a\t가\tA\t\t\t\tnone\tx\tMIT\n"
            })
    void aBrokenLineIsNamed(String line) {
        assertThatThrownBy(() -> GlossaryTable.read(new StringReader(HEADER + line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2:");
    }

    @Test
    void aRepeatedSlugIsNamedWithBothLines() {
        String row = "a\t가\tA\t\t\t\t\tx\tMIT\n";
        assertThatThrownBy(() -> GlossaryTable.read(new StringReader(HEADER + row + row)))
                .hasMessage("line 3: slug a stands in line 2 already");
    }

    @Test
    void aWrongHeaderIsRefused() {
        assertThatThrownBy(() -> GlossaryTable.read(new StringReader("slug\tko\n")))
                .hasMessageStartingWith("line 1:");
    }
}
