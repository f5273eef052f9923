package kr.nairl.platform.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({"김승룡,김", "Kee-Eung Kim,KK", "ada lovelace,AL", "Plato,P", "'  임 재환 ',임", "'“Kim”, J.',KJ"})
    void peopleAreKnownByFamilyNameOrFirstAndLast(String name, String initials) {
        assertThat(Initials.ofPerson(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"에버엑스,에", "EverEx,E", "(주)누리소재,누", "주식회사 다온에너지,다", "㈜한빛로보틱스,한", "3M,3"})
    void organisationsAreKnownByTheirFirstLetterPastTheLegalForm(String name, String initial) {
        assertThat(Initials.ofOrganisation(name)).isEqualTo(initial);
    }
}
