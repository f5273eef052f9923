package kr.nairl.platform.core.lab;

import static org.assertj.core.api.Assertions.assertThat;

import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

    private final FrontDoor door = CoreDatabase.bean(FrontDoor.class);

    @AfterEach
    void takeTheLabAway() {
        CoreDatabase.asOwner("DELETE FROM lab");
    }

    @Test
    void labThatIsNotSetUpHasNoFront() {
        assertThat(door.lab(Actor.VISITOR)).isEmpty();
    }

    @Test
    void visitorsReadWhatTheLabOffers() {
        CoreDatabase.asOwner(
                "INSERT INTO lab (id, acronym, name_ko, headline_en, brand_colour, offer) VALUES "
                        + "(gen_random_uuid(), 'LAB', '연구거점', 'Come in', '#1d4ed8', '[{\"title\": {\"ko\": \"하나\"}, \"text\": {\"ko\": \"둘\", \"en\": \"Two\"}}]')");
        LabFront lab = door.lab(Actor.VISITOR).orElseThrow();
        assertThat(lab.headline().en()).isEqualTo("Come in");
        assertThat(lab.banner().isEmpty()).isTrue();
        assertThat(lab.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.title().ko()).isEqualTo("하나");
            assertThat(offer.title().en()).isNull();
            assertThat(offer.text().en()).isEqualTo("Two");
        });
    }

    @Test
    void lobbyNamesPartnersWhoShowThemselvesToVisitors() {
        OrganisationId open = CoreDatabase.organisation("COMPANY", "열린", "Open Company");
        OrganisationId shy = CoreDatabase.organisation("COMPANY", "닫힌", "Shy Company");
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", shy.value());
        assertThat(door.lobby(Actor.VISITOR).partners())
                .extracting(partner -> partner.name().en())
                .contains("Open Company")
                .doesNotContain("Shy Company");
        CoreDatabase.asOwner("UPDATE organisation SET status = 'SUSPENDED' WHERE id = ?", open.value());
        assertThat(door.lobby(Actor.VISITOR).partners())
                .extracting(partner -> partner.name().en())
                .doesNotContain("Open Company");
    }
}
