package kr.nairl.platform.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Test
    void cellsWithSeparatorsAreQuoted() {
        assertThat(Csv.line(List.of("a", "b, c", "say \"so\"", "two\nlines", "")))
                .isEqualTo("a,\"b, c\",\"say \"\"so\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=1+1|'=1+1",
                "+82|'+82",
                "-3|'-3",
                "@sum|'@sum",
                "a=b|a=b",
                "한빛|한빛",
                "=HYPERLINK(\"x\")|\"'=HYPERLINK(\"\"x\"\")\""
            },
            quoteCharacter = '`')
    void whatASpreadsheetWouldCalculateIsText(String cell, String written) {
        assertThat(Csv.line(List.of(cell))).isEqualTo(written + "\r\n");
    }

    @Test
    void soIsWhatBeginsWithATabOrAReturn() {
        assertThat(Csv.line(List.of("\t=1"))).isEqualTo("'\t=1\r\n");
        assertThat(Csv.line(List.of("\r=1"))).isEqualTo("\"'\r=1\"\r\n");
    }
}
