package kr.nairl.platform.core.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class BibTexFileTest {

    @Test
    void aPaperIsReadWithItsAccentsStringsAndPlace() {
        FoundWork work = only("""
                Notes before the first entry, to me@lab.example.
                @comment{ @article{hidden, title={Not this} } }
                @string{zoo = "Journal of " # {Z{\\"o}ology}}
                @Article{ostlund2024,
                  author = {{\\"O}stlund, Bj{\\"o}rn and Kim, Na-ri and others},
                  title = "The {GPU}-bound {\\'E}tude: 50\\% of \\emph{all} zebras -- $\\alpha$ and na{\\"\\i}ve",
                  journal = zoo # { B},
                  year = 2024, month = may,
                  doi = {https://doi.org/10.1234/zoo\\_1},
                  abstract = {First line
                      second~line.},
                }""");
        assertThat(work.sourceId()).isEqualTo("ostlund2024");
        assertThat(work.title())
                .isEqualTo(LocalizedText.of(null, "The GPU-bound Étude: 50% of all zebras – α and naïve"));
        assertThat(work.venue()).isEqualTo("Journal of Zöology B");
        assertThat(work.year()).isEqualTo(2024);
        assertThat(work.doi()).isEqualTo("10.1234/zoo_1");
        assertThat(work.summary().en()).isEqualTo("First line second line.");
        assertThat(work.authors()).containsExactly("Björn Östlund", "Na-ri Kim");
    }

    @Test
    void koreanIsReadInBothEncodingsThatPeopleHave() {
        String file = "@inproceedings{얼룩말2025, title={얼룩말 {GPU} 연구}, booktitle={한국정보과학회}, date={2025-06}}";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("EUC-KR")}) {
            FoundWork work = BibTexFile.read(file.getBytes(charset)).works().getFirst();
            assertThat(work.sourceId()).isEqualTo("얼룩말2025");
            assertThat(work.title()).isEqualTo(LocalizedText.of("얼룩말 GPU 연구", null));
            assertThat(work.venue()).isEqualTo("한국정보과학회");
            assertThat(work.year()).isEqualTo(2025);
        }
    }

    @Test
    void whatAPaperDoesNotSayItTakesFromItsProceedings() {
        Bibliography read = BibTexFile.read("""
                @inproceedings{a, title={Paper}, crossref={Proc}}
                @inproceedings{b, title={Later paper}, year=2022, crossref={proc}}
                @proceedings{proc, title={Zoo 2021}, year={2021}}
                """);
        assertThat(read.works()).extracting(FoundWork::sourceId).containsExactly("a", "b");
        assertThat(read.works()).extracting(FoundWork::year).containsExactly(2021, 2022);
        assertThat(read.works()).extracting(FoundWork::venue).containsOnly("Zoo 2021");
    }

    @Test
    void anEntryWithoutYearOrTitleStaysIncomplete() {
        Bibliography read = BibTexFile.read(
                "@misc{one, title={No year}} @misc{two, year=2020} @misc(three, title={A}, year={in press})");
        assertThat(read.works()).extracting(FoundWork::isIncomplete).containsOnly(true);
        assertThat(read.works()
                        .getFirst()
                        .with(LocalizedText.of(null, "No year"), 2020)
                        .isIncomplete())
                .isFalse();
    }

    @Test
    void aBrokenEntryIsToldWithItsKeyLineAndReasonAndTheOthersAreRead() {
        Bibliography read = BibTexFile.read("""
                @article{good1, title={One}, year=2020}
                @article{unknown, title=nowhere, year=2020}
                @article{wild, title {Two}}
                @article{, title={Without key}}
                @article{good1, title={Again}, year=2021}
                @article{good2, title={Three}, year=2022}
                @article{open, title={Never closed, year=2023}
                """);
        assertThat(read.works()).extracting(FoundWork::sourceId).containsExactly("good1", "good2");
        assertThat(read.unread())
                .extracting(Bibliography.Unread::line, Bibliography.Unread::key, Bibliography.Unread::reason)
                .containsExactly(
                        Assertions.tuple(2, "unknown", "string"),
                        Assertions.tuple(3, "wild", "syntax"),
                        Assertions.tuple(4, "@article", "key"),
                        Assertions.tuple(5, "good1", "repeated"),
                        Assertions.tuple(7, "open", "unclosed"));
        assertThat(read.unread().getFirst().detail()).isEqualTo("nowhere");
    }

    @Test
    void filesMadeToHarmAreRefusedInShortTime() {
        refused(new byte[BibTexFile.LARGEST + 1], "file-too-large");
        refused(new byte[] {'@', 'a', 0, 1, 2}, "bibtex-encoding");
        refused(new byte[] {(byte) 0xFF, (byte) 0x80, (byte) 0xFF, (byte) 0xFF}, "bibtex-encoding");
        refused("nothing here".getBytes(StandardCharsets.UTF_8), "bibtex-empty");
        refused("@misc{k%d, title={t}}\n", "bibtex-many", 600);
        refused("@string{s%d = {x}}\n", "bibtex-many", 600);

        assertThat(reason("@misc{deep, title={" + "{".repeat(50_000))).isEqualTo("nested");
        assertThat(reason("@misc{long, title={" + "x".repeat(30_000) + "}}")).isEqualTo("giant");
        StringBuilder bomb = new StringBuilder("@string{a = \"0123456789\"}\n");
        for (char name = 'b'; name < 'z'; name++) {
            char before = (char) (name - 1);
            bomb.append("@string{%s = %s # %s # %s # %s}%n".formatted(name, before, before, before, before));
        }
        assertThat(BibTexFile.read(bomb + "@misc{x, title={t}, year=2020}").unread())
                .extracting(Bibliography.Unread::reason)
                .startsWith("giant");
        assertThatThrownBy(() -> BibTexFile.read("@comment{\n".repeat(200_000)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> BibTexFile.read(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::code)
                                .containsExactly(code));
    }

    private static void refused(String entry, String code, int times) {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < times; i++) {
            file.append(entry.formatted(i));
        }
        refused(file.toString().getBytes(StandardCharsets.UTF_8), code);
    }

    private static String reason(String file) {
        return BibTexFile.read(file).unread().getFirst().reason();
    }

    private static FoundWork only(String file) {
        Bibliography read = BibTexFile.read(file);
        assertThat(read.unread()).isEmpty();
        assertThat(read.works()).hasSize(1);
        return read.works().getFirst();
    }
}
