package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kr.nairl.platform.core.matching.QualityFigures.Interval;
import kr.nairl.platform.core.matching.QualityFigures.Rival;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityRecordTest {

    private static final QualityRecord SHIPPED = QualityRecord.shipped();

    /** Measure again by {@code infra/bench/match-quality FOLDER --record} after a change to what the engine ranks with. */
    @Test
    void theNewestRunIsOfTheEngineThatIsShipped() {
        String running = new EngineVersion(
                        Weights.version(), GlossaryTable.shipped().glossary().digest())
                .toString();
        assertThat(SHIPPED.newest().version()).isEqualTo(running);
        assertThat(SHIPPED.newest().ingredients()).isEqualTo(QualityRecord.ingredients());
    }

    /** Reading it has checked every figure's range already. */
    @Test
    void theNewestRunHasEveryTaskAndNoVersionStandsTwice() {
        assertThat(SHIPPED.newest().figures()).extracting(QualityFigures::task).containsExactly(QualityTask.values());
        assertThat(SHIPPED.runs()).extracting(QualityRun::version).doesNotHaveDuplicates();
        assertThat(SHIPPED.newest().figures())
                .filteredOn(one -> one.task().depth() == 5)
                .allSatisfy(one -> assertThat(one.success()).isNotNull());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        QualityRecord record = new QualityRecord(List.of(
                run("2+b", figures(QualityTask.JUDGED_TEST, 0.7, 0.1), figures(QualityTask.KO_KO, 0.6, 0.2)),
                run("1+a", figures(QualityTask.KO_KO, 0.5, -0.1))));
        StringWriter out = new StringWriter();
        record.write(out);
        assertThat(QualityRecord.read(new StringReader(out.toString()))).isEqualTo(record);
    }

    @Test
    void aVersionMeasuredAgainIsReplacedAndStandsFirst() {
        QualityRun first = run("1+a", figures(QualityTask.KO_KO, 0.5, 0.1));
        QualityRun second = run("2+b", figures(QualityTask.KO_KO, 0.6, 0.1));
        QualityRun again = run("1+a", figures(QualityTask.KO_KO, 0.7, 0.1));
        assertThat(new QualityRecord(List.of(first)).with(second).with(again).runs())
                .containsExactly(again, second);
    }

    @Test
    void aFigureOutOfItsRangeIsRefusedWithItsLine() throws IOException {
        StringWriter out = new StringWriter();
        new QualityRecord(List.of(run("1+a", figures(QualityTask.KO_KO, 0.5, 0.1)))).write(out);
        String stored = out.toString();
        for (String wrong : List.of(
                stored.replace("0.5000", "1.5000"),
                stored.replace("0.5000", "NaN"),
                stored.replace("ko-ko", "ko-xx"),
                stored.replaceFirst("\t[^\t]*\n$", "\n"))) {
            assertThatThrownBy(() -> QualityRecord.read(new StringReader(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 2");
        }
        assertThatThrownBy(() -> QualityRecord.read(new StringReader("something else\n")))
                .hasMessageContaining("line 1");
    }

    @Test
    void theFiguresThemselvesSayWhereTheEngineIsWeak() {
        QualityFigures korean = figures(QualityTask.JUDGED_TEST_KO, 0.70, 0.5);
        QualityFigures english = figures(QualityTask.JUDGED_TEST_EN, 0.80, 0.5);
        QualityFigures belowAim = figures(QualityTask.KO_EN_TITLE, 0.40, 0.3);
        QualityFigures notAhead = figures(QualityTask.JOINT, 0.12, 0.0);
        QualityFigures good = figures(QualityTask.KO_EN, 0.95, 0.2);
        assertThat(run("1+a", korean, english, belowAim, notAhead, good).weaknesses())
                .containsExactlyInAnyOrder(
                        new QualityRun.Weakness.Language(korean, english),
                        new QualityRun.Weakness.BelowAim(
                                belowAim, QualityTask.KO_EN_TITLE.aim().orElseThrow()),
                        new QualityRun.Weakness.NotAhead(notAhead));
        assertThat(run("1+a", good, english).weaknesses()).isEmpty();
    }

    private static QualityRun run(String version, QualityFigures... figures) {
        return new QualityRun(version, LocalDate.of(2026, 11, 30), 7, "abc", Arrays.asList(figures));
    }

    /** @param lead over both rivals, with an interval 0.1 wide */
    private static QualityFigures figures(QualityTask task, double gain, double lead) {
        boolean judged = task.depth() == 5;
        @Nullable Double recall = judged ? null : Double.valueOf(0.9);
        @Nullable Double success = judged ? Double.valueOf(0.8) : null;
        Rival rival = new Rival(0.1, around(lead));
        return new QualityFigures(task, 35, 60, 8, judged ? 34 : 0, around(gain), 0.6, recall, success, rival, rival);
    }

    /** With four decimals, as they are stored. */
    private static Interval around(double mean) {
        return new Interval(mean, Math.round((mean - 0.05) * 1e4) / 1e4, Math.round((mean + 0.05) * 1e4) / 1e4);
    }
}
