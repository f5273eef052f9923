package kr.nairl.platform.core.lab;

import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.organisation.Cast;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.StaleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabIdentityTest {

    private final LabIdentity identity = CoreDatabase.bean(LabIdentity.class);
    private final Cast cast = new Cast();

    @BeforeEach
    @AfterEach
    void forgetTheLab() {
        CoreDatabase.asOwner("DELETE FROM lab");
    }

    @Test
    void setupWritesTheLabAndEverybodyReadsIt() {
        assertThat(identity.current()).isEmpty();
        assertThat(identity.edit(Actor.Job.SETUP, lab("NAIRL", "#123abc", 0))).isZero();
        assertThat(identity.current()).contains(lab("NAIRL", "#123abc", 0));
    }

    @Test
    void aManagerEditsItOnceForEachVersion() {
        identity.edit(Actor.Job.SETUP, lab("NAIRL", "#123abc", 0));
        assertThat(identity.edit(cast.manager, lab("LAB", "#000000", 0))).isEqualTo(1);
        assertThatThrownBy(() -> identity.edit(cast.manager, lab("OLD", "#000000", 0)))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> identity.edit(Actor.Job.SETUP, lab("OLD", "#000000", 0)))
                .isInstanceOf(StaleException.class);
        assertThat(identity.current().orElseThrow()).isEqualTo(lab("LAB", "#000000", 1));
    }

    @Test
    void othersDoNotEditIt() {
        identity.edit(Actor.Job.SETUP, lab("NAIRL", "#123abc", 0));
        for (Actor actor : List.of(cast.administrator, Actor.VISITOR, Actor.Job.CLOCK)) {
            assertThatThrownBy(() -> identity.edit(actor, lab("MINE", "#000000", 0)))
                    .isInstanceOf(ForbiddenException.class);
            assertThat(Cast.sql(actor, "UPDATE platform.lab SET acronym = 'MINE'"))
                    .isZero();
        }
    }

    @Test
    void badFieldsAreNamed() {
        Lab bad = new Lab(
                "",
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                List.of(new Lab.OfferPoint(LocalizedText.EMPTY, LocalizedText.EMPTY)),
                "red; background: url(x)",
                0);
        assertThatThrownBy(() -> identity.edit(cast.manager, bad))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("acronym", "name", "brandColour", "offer[0].title"));
    }

    private static Lab lab(String acronym, String colour, int version) {
        return new Lab(
                acronym,
                text("연구거점", "Lab"),
                text("주소", "Address"),
                text("소장", "Director"),
                text("제목", "Headline"),
                text("소개", "Lead"),
                LocalizedText.EMPTY,
                List.of(
                        new Lab.OfferPoint(text("하나", "One"), text("설명", null)),
                        new Lab.OfferPoint(text(null, "Two"), LocalizedText.EMPTY)),
                colour,
                version);
    }
}
