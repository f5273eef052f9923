package kr.nairl.platform.core.organisation;

import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Who plays in the tests: a company with an administrator and a member, another company, and the lab's manager. */
public final class Cast {

    public final OrganisationId company = CoreDatabase.organisation("COMPANY", "가나다", "Ganada");
    public final Actor.Person administrator = CoreDatabase.person(company, "윤관리", Role.MEMBER, Role.ADMINISTRATOR);
    public final Actor.Person member = CoreDatabase.person(company, "김회원", Role.MEMBER);
    public final OrganisationId other = CoreDatabase.organisation("COMPANY", "라마바", "Ramaba");
    public final Actor.Person stranger = CoreDatabase.person(other, "이남", Role.MEMBER, Role.ADMINISTRATOR);
    public final OrganisationId lab = CoreDatabase.organisation("LAB", "연구거점", "Lab");
    public final Actor.Person manager = CoreDatabase.person(lab, "최거점", Role.LAB_MANAGER);

    /** An address that nobody else has. */
    public static EmailAddress freshAddress() {
        return new EmailAddress("new" + UUID.randomUUID().toString().substring(0, 8) + "@people.example");
    }

    /** Runs SQL past the use cases, as this actor, and answers how many rows it touched. */
    public static int sql(Actor actor, String statement, Object... values) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        return CoreDatabase.bean(Transactions.class).write(actor, () -> sql.execute(statement, values));
    }

    /** Counts what SQL past the use cases finds as this actor. */
    public static int count(Actor actor, String from, Object... values) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        return CoreDatabase.bean(Transactions.class)
                .read(
                        actor,
                        () -> sql.fetchSingle("SELECT count(*) FROM " + from, values)
                                .get(0, Integer.class));
    }

    /** Ends the membership behind the use cases' back. */
    public static void dismiss(Actor.Person person) {
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                person.id().value());
    }

    public static ProfileEdit profile(LocalizedText name, ProfileItem... items) {
        return new ProfileEdit(
                name,
                "KR",
                2019,
                "https://example.com/about",
                LocalizedText.of("디지털 헬스", "Digital health"),
                LocalizedText.of("요약", "Summary"),
                LocalizedText.of("설명", "Description"),
                LocalizedText.of("서울", "Seoul"),
                true,
                List.of(items));
    }

    public static LocalizedText text(@Nullable String ko, @Nullable String en) {
        return LocalizedText.of(ko, en);
    }
}
