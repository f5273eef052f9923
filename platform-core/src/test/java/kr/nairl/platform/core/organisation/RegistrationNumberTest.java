package kr.nairl.platform.core.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationNumberTest {

    /** Numbers that registers publish: companies listed in Seoul, the lab's universities, a bank and a stock exchange. */
    @ParameterizedTest
    @CsvSource({
        "KR_BUSINESS, 124-81-00998, 1248100998",
        "KR_BUSINESS, 220-81-62517, 2208162517",
        "KR_BUSINESS, 120 88 00767, 1208800767",
        "ROR, https://ror.org/05apxxy63, 05APXXY63",
        "ROR, ror.org/047dqcg40, 047DQCG40",
        "ROR, 01wjejq96, 01WJEJQ96",
        "ROR, 04xysgw12, 04XYSGW12",
        "LEI, 5493001KJTIIGC8Y1R12, 5493001KJTIIGC8Y1R12",
        "LEI, 2138 00WA VVOP S85N 2205, 213800WAVVOPS85N2205",
        "NATIONAL, HRB 86891, HRB86891",
        "NATIONAL, de-123.456, DE123.456"
    })
    void aNumberIsReadAsPeopleWriteIt(RegistrationNumber.Kind kind, String typed, String value) {
        assertThat(RegistrationNumber.read(kind, typed)).contains(new RegistrationNumber(kind, value));
    }

    @ParameterizedTest
    @CsvSource({
        "KR_BUSINESS, 124-81-00999",
        "KR_BUSINESS, 214-81-00998",
        "KR_BUSINESS, 000-00-00000",
        "KR_BUSINESS, 124810099",
        "KR_BUSINESS, 12481009981",
        "ROR, 05apxxy64",
        "ROR, 15apxxy63",
        "ROR, 05apxxu63",
        "LEI, 5493001KJTIIGC8Y1R13",
        "LEI, 5493001KJTIIGC8Y1R1",
        "NATIONAL, AB",
        "NATIONAL, NUMBER",
        "NATIONAL, 12_34"
    })
    void aNumberThatCannotBeOneIsNotTaken(RegistrationNumber.Kind kind, String typed) {
        assertThat(RegistrationNumber.read(kind, typed)).isEmpty();
    }

    /** Every single wrong digit is found: that is what the last one is for. */
    @Test
    void oneWrongDigitIsAlwaysFound() {
        String right = "2208162517";
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, at) + digit + right.substring(at + 1);
                if (at != 8 && !typed.equals(right)) {
                    assertThat(RegistrationNumber.read(RegistrationNumber.Kind.KR_BUSINESS, typed))
                            .as(typed)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void numbersAreWrittenAsPeopleKnowThem() {
        assertThat(new RegistrationNumber(RegistrationNumber.Kind.KR_BUSINESS, "2208162517").written())
                .isEqualTo("220-81-62517");
        assertThat(new RegistrationNumber(RegistrationNumber.Kind.ROR, "05APXXY63").written())
                .isEqualTo("https://ror.org/05apxxy63");
    }
}
