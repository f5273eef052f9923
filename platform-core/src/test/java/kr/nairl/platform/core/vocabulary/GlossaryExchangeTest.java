package kr.nairl.platform.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryExchangeTest {

    private static final String HEADER = "slug\tko\ten\tabbreviation\talt_ko\talt_en\tbroader\tsource\tlicence\n";
    private static final String ADDRESS = "https://lab.example";
    private static final OrganisationId LAB = CoreDatabase.organisation("UNIVERSITY", "교환연구소", "Exchange Lab");
    private static final Actor.Person MANAGER = CoreDatabase.person(LAB, "교환지기", Role.LAB_MANAGER);
    private static final Actor.Person RESEARCHER = CoreDatabase.person(LAB, "교환학자", Role.RESEARCHER);

    private final GlossaryExchange exchange = CoreDatabase.bean(GlossaryExchange.class);
    private final Concepts concepts = CoreDatabase.bean(Concepts.class);

    @BeforeAll
    static void shippedGlossaryIsThere() {
        CoreDatabase.bean(GlossaryImport.class).importTable(Actor.Job.SETUP, GlossaryTable.shipped());
    }

    @Test
    void whatIsExportedChangesNothingWhenItComesBack() {
        for (GlossaryFormat format : List.of(GlossaryFormat.TSV, GlossaryFormat.TURTLE)) {
            String file = exchange.export(RESEARCHER, format, ADDRESS);
            GlossaryPreview preview = exchange.preview(MANAGER, "g." + format.extension(), bytes(file));
            assertThat(preview.refused()).as(format.name()).isEmpty();
            assertThat(preview.lines()).as(format.name()).isEmpty();
            assertThat(preview.unchanged()).isGreaterThan(2000);
        }
    }

    @Test
    void aTableIsLookedThroughAndTakenInWithOneCall() {
        byte[] file = bytes(HEADER
                + "dugong\t듀공\tdugong\tDG\t바다소\tsea cow\t\ttest\tMIT\n"
                + "dugong-song\t듀공 노래\t\t\t\t\tdugong\ttest\tMIT\n"
                + "llm\t\tfew columns\n"
                + "dugong\t듀공 둘\t\t\t\t\t\ttest\tMIT\n"
                + "dugong-lost\t듀공 길\t\t\t\t\tno-such-thing\ttest\tMIT\n"
                + "dugong-thief\t바다 소\t\t\t\t\t\ttest\tMIT\n"
                + "dugong-under-thief\t듀공 밑\t\t\t\t\tdugong-thief\ttest\tMIT\n"
                + "dugong-x\t듀공 가\t\t\t\t\tdugong-y\ttest\tMIT\n"
                + "dugong-y\t듀공 나\t\t\t\t\tdugong-x\ttest\tMIT\n"
                + "dugong-free\t듀공 무료\t\t\t\t\t\ttest\t\n");
        GlossaryPreview preview = exchange.preview(MANAGER, "dugong.tsv", file);
        assertThat(preview.added()).isEqualTo(2);
        assertThat(reasons(preview))
                .containsExactly(
                        "4 line glossary-columns",
                        "5 slug repeated",
                        "6 broader glossary-broader",
                        "7 ko glossary-label-taken",
                        "8 broader glossary-broader",
                        "9 broader circular",
                        "10 broader circular",
                        "11 licence required");
        assertThat(concepts.bySlugs(MANAGER, List.of("dugong"))).isEmpty();

        exchange.apply(MANAGER, "dugong.tsv", file, preview);

        Concept dugong = concepts.bySlugs(MANAGER, List.of("dugong")).getFirst();
        assertThat(dugong.confirmed()).isTrue();
        assertThat(dugong.labels()).containsExactly("듀공", "dugong", "DG", "바다소", "sea cow");
        assertThatThrownBy(() -> exchange.apply(MANAGER, "dugong.tsv", file, preview))
                .isInstanceOf(StaleException.class);
        GlossaryPreview again = exchange.preview(MANAGER, "dugong.tsv", file);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void skosIsReadInBothForms() {
        String turtle = """
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix dcterms: <http://purl.org/dc/terms/> .
                <http://x.example/scheme> a skos:ConceptScheme ; dcterms:license <https://spdx.org/licenses/MIT> ; dcterms:source "x.example" .
                <http://x.example/1> a skos:Concept ; skos:prefLabel "나무늘보"@ko, "sloth"@en, "Faultier"@de ;
                  skos:altLabel "느림보"@ko-KR, "slow one"@en ; skos:definition "slow"@en ; skos:narrower <http://x.example/2> .
                <http://x.example/2> a skos:Concept ; skos:prefLabel "두발가락나무늘보"@ko .
                <http://x.example/3> a skos:Concept ; skos:prefLabel "a"@en, "b"@en .
                """;
        GlossaryPreview preview = exchange.preview(MANAGER, "sloth.ttl", bytes(turtle));
        assertThat(reasons(preview)).containsExactly("http://x.example/3 en glossary-preferred");
        exchange.apply(MANAGER, "sloth.ttl", bytes(turtle), preview);
        ConceptSheet sloth = CoreDatabase.bean(GlossaryDesk.class).sheet(RESEARCHER, "sloth");
        assertThat(sloth.concept().label()).isEqualTo(LocalizedText.of("나무늘보", "sloth"));
        assertThat(sloth.concept().alternatives())
                .containsExactly(
                        new Concept.Alternative(Language.KO, "느림보"), new Concept.Alternative(Language.EN, "slow one"));
        assertThat(sloth.narrower()).extracting(one -> one.label().ko()).containsExactly("두발가락나무늘보");
        assertThat(sloth.entry().licence()).isEqualTo("MIT");

        String xml = """
                <?xml version="1.0"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dcterms="http://purl.org/dc/terms/">
                  <skos:Concept rdf:about="http://x.example/1"><skos:notation>sloth</skos:notation>
                    <skos:prefLabel xml:lang="ko">나무늘보</skos:prefLabel><skos:prefLabel xml:lang="en">the sloth</skos:prefLabel>
                    <dcterms:source>x</dcterms:source><dcterms:license>MIT</dcterms:license></skos:Concept>
                </rdf:RDF>
                """;
        GlossaryPreview changed = exchange.preview(MANAGER, "sloth.rdf", bytes(xml));
        assertThat(changed.changed()).isEqualTo(1);
    }

    @Test
    void hostileFilesAreRefusedBeforeTheyHurt() {
        String secret = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>";
        refused("x.rdf", secret, "glossary-doctype");
        refused("x.rdf", "<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><r/>", "glossary-doctype");
        refused("x.rdf", "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><l>&b;</l>", "glossary-doctype");
        refused("x.xml", "<a>".repeat(100_000), "glossary-deep");
        refused("x.ttl", "<http://a/x> <http://a/p> " + "[ <http://a/p> ".repeat(100_000), "glossary-deep");
        refused("x.ttl", "<http://a/x> <http://a/p> " + "( ".repeat(100_000), "glossary-deep");
        refused("x.ttl", "<http://a/x> <http://a/p> \"" + "[".repeat(100) + "\" .", "glossary-no-concepts");
        refused("x.ttl", "\"never closed", "glossary-syntax");
        refused("x.ttl", "this is no turtle", "glossary-syntax");
        refused("x.tsv", HEADER + "a\tb\tc\t\t\t\t\ts\tl\n".repeat(20_001), "glossary-too-many");
        refused("x.tsv", "a\tb\n", "glossary-header");
        refused("x.exe", HEADER, "glossary-type");
        refused("x.tsv", "", "file-empty");
        assertThatThrownBy(() -> exchange.preview(MANAGER, "x.tsv", new byte[] {(byte) 0xC3, 0x28}))
                .hasMessageContaining("glossary-encoding");
        assertThatThrownBy(() -> exchange.preview(MANAGER, "x.tsv", new byte[GlossaryExchange.MOST_BYTES + 1]))
                .hasMessageContaining("file-too-large");
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "@cmd", "-x", "+y"})
    void whatASpreadsheetWouldRunIsWrittenHarmlesslyAndReadBack(String text) {
        String written = UploadedGlossary.TableCell.written(text);
        assertThat(written).startsWith("'");
        assertThat(UploadedGlossary.TableCell.read(written)).isEqualTo(text);
    }

    @Test
    void onlyManagersImport() {
        byte[] file = bytes(HEADER);
        assertThatThrownBy(() -> exchange.preview(RESEARCHER, "x.tsv", file)).isInstanceOf(ForbiddenException.class);
        GlossaryPreview nothing = exchange.preview(MANAGER, "x.tsv", file);
        assertThatThrownBy(() -> exchange.apply(RESEARCHER, "x.tsv", file, nothing))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> exchange.export(Actor.VISITOR, GlossaryFormat.TSV, ADDRESS))
                .isInstanceOf(ForbiddenException.class);
    }

    private void refused(String name, String file, String code) {
        assertThatThrownBy(() -> exchange.preview(MANAGER, name, bytes(file)))
                .as(code)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations().getFirst().code())
                                .isEqualTo(code));
    }

    private static List<String> reasons(GlossaryPreview preview) {
        return preview.refused().stream()
                .map(one -> one.place() + " "
                        + one.faults().stream()
                                .map(fault -> fault.field() + " " + fault.code())
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
