package kr.nairl.platform.core.organisation;

import static kr.nairl.platform.core.organisation.Cast.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.StaleException;
import org.junit.jupiter.api.Test;

class MyAccountTest {

    private final MyAccount account = CoreDatabase.bean(MyAccount.class);
    private final PeopleDirectory people = CoreDatabase.bean(PeopleDirectory.class);
    private final Cast cast = new Cast();

    @Test
    void aPersonChangesNameLanguageAndTheme() {
        assertThat(account.changeName(cast.member, text("김새롬", "Saerom Kim"), 0))
                .isEqualTo(1);
        account.changeLanguage(cast.member, Language.EN);
        account.changeTheme(cast.member, Theme.DARK);
        Account read = account.read(cast.member);
        assertThat(read.name()).isEqualTo(text("김새롬", "Saerom Kim"));
        assertThat(read.language()).isEqualTo(Language.EN);
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.version()).isEqualTo(1);
        assertThat(account.read(cast.administrator).theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void aNameIsNeededAndAStaleChangeRefused() {
        assertThatThrownBy(() -> account.changeName(cast.member, LocalizedText.EMPTY, 0))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> account.changeName(cast.member, text("가".repeat(101), null), 0))
                .isInstanceOf(InvalidInputException.class);
        account.changeName(cast.member, text("첫째", null), 0);
        assertThatThrownBy(() -> account.changeName(cast.member, text("둘째", null), 0))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> account.read(Actor.VISITOR)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void nobodyChangesAnotherPersonOrWhoTheyAre() {
        assertThat(Cast.sql(
                        cast.administrator,
                        "UPDATE platform.person SET name_en = 'Taken' WHERE id = ?",
                        cast.member.id().value()))
                .isZero();
        assertThatThrownBy(() -> Cast.sql(
                        cast.member,
                        "UPDATE platform.person SET subject = 'admin' WHERE id = ?",
                        cast.member.id().value()))
                .hasMessageContaining("permission denied");
    }

    @Test
    void addressesAreForThePersonTheirAdministratorAndLabManagers() {
        assertThat(people.find(cast.administrator, cast.member.id()).email()).isNotNull();
        assertThat(people.find(cast.manager, cast.member.id()).email()).isNotNull();
        assertThat(people.find(cast.member, cast.member.id()).email()).isNotNull();
        Person colleague = people.find(cast.member, cast.administrator.id());
        assertThat(colleague.email()).isNull();
        assertThat(colleague.name().ko()).isEqualTo("윤관리");
    }

    @Test
    void anUnknownPersonIsNotFoundWhetherThereOrNot() {
        assertThatThrownBy(() -> people.find(cast.stranger, cast.member.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.find(cast.stranger, PersonId.fresh())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.find(Actor.VISITOR, cast.member.id())).isInstanceOf(NotFoundException.class);
    }
}
