package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.INVITATION;
import static kr.nairl.platform.core.sql.Tables.INVITED_RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.research.InvitedResearchers;
import kr.nairl.platform.core.research.NewResearcher;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

@Component
class JooqInvitedResearchers implements InvitedResearchers {

    private final DSLContext sql;

    JooqInvitedResearchers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void put(NewResearcher researcher, Instant now) {
        sql.deleteFrom(INVITED_RESEARCHER)
                .where(
                        INVITED_RESEARCHER.ORGANISATION_ID.eq(researcher.organisation()),
                        INVITED_RESEARCHER.EMAIL.eq(researcher.email().value()))
                .execute();
        sql.insertInto(INVITED_RESEARCHER)
                .set(INVITED_RESEARCHER.ORGANISATION_ID, researcher.organisation())
                .set(INVITED_RESEARCHER.EMAIL, researcher.email().value())
                .set(INVITED_RESEARCHER.RESEARCHER_ID, researcher.page())
                .set(INVITED_RESEARCHER.SUB_PROJECT_ID, researcher.subProject())
                .set(INVITED_RESEARCHER.ROLE, researcher.role().name())
                .set(INVITED_RESEARCHER.NAME_KO, researcher.name().ko())
                .set(INVITED_RESEARCHER.NAME_EN, researcher.name().en())
                .set(INVITED_RESEARCHER.CREATED_AT, now)
                .execute();
    }

    @Override
    public Optional<Plan> take(OrganisationId organisation, EmailAddress email) {
        return sql.deleteFrom(INVITED_RESEARCHER)
                .where(INVITED_RESEARCHER.ORGANISATION_ID.eq(organisation), INVITED_RESEARCHER.EMAIL.eq(email.value()))
                .returning()
                .fetchOptional(row -> new Plan(
                        name(row),
                        row.get(INVITED_RESEARCHER.SUB_PROJECT_ID),
                        ResearcherRole.valueOf(row.get(INVITED_RESEARCHER.ROLE)),
                        row.get(INVITED_RESEARCHER.RESEARCHER_ID)));
    }

    @Override
    public Set<Address> addresses() {
        return sql.select(INVITED_RESEARCHER.ORGANISATION_ID, INVITED_RESEARCHER.EMAIL)
                .from(INVITED_RESEARCHER)
                .fetchSet(row -> new Address(
                        row.get(INVITED_RESEARCHER.ORGANISATION_ID),
                        new EmailAddress(row.get(INVITED_RESEARCHER.EMAIL))));
    }

    @Override
    public Page<Waiting> waiting(PageRequest page) {
        int total = sql.fetchCount(waiting());
        return new Page<>(
                waiting()
                        .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID)
                        .limit(page.limit())
                        .offset(page.offset())
                        .fetch(row -> new Waiting(
                                name(row),
                                ResearcherRole.valueOf(row.get(INVITED_RESEARCHER.ROLE)),
                                row.get(SUB_PROJECT.ID) == null
                                        ? null
                                        : new SubProjectName(
                                                row.get(SUB_PROJECT.ID),
                                                row.get(SUB_PROJECT.NUMBER),
                                                row.get(SUB_PROJECT.SLUG),
                                                LocalizedText.of(
                                                        row.get(SUB_PROJECT.TITLE_KO), row.get(SUB_PROJECT.TITLE_EN))),
                                row.get(INVITATION.ID))),
                total);
    }

    /** An address has one open invitation at most; one that ended otherwise than by coming waits no more. */
    private SelectConditionStep<? extends Record> waiting() {
        return sql.select(
                        INVITED_RESEARCHER.NAME_KO,
                        INVITED_RESEARCHER.NAME_EN,
                        INVITED_RESEARCHER.ROLE,
                        SUB_PROJECT.ID,
                        SUB_PROJECT.NUMBER,
                        SUB_PROJECT.SLUG,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        INVITATION.ID,
                        INVITATION.CREATED_AT)
                .from(INVITED_RESEARCHER)
                .join(INVITATION)
                .on(INVITATION
                        .ORGANISATION_ID
                        .eq(INVITED_RESEARCHER.ORGANISATION_ID)
                        .and(INVITATION.EMAIL.eq(INVITED_RESEARCHER.EMAIL)))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(INVITED_RESEARCHER.SUB_PROJECT_ID))
                .where(INVITATION.STATE.eq("OPEN"));
    }

    @Override
    public List<Unclaimed> unclaimed() {
        return sql.select(
                        RESEARCHER.ID,
                        RESEARCHER.ORGANISATION_ID,
                        RESEARCHER.NAME_KO,
                        RESEARCHER.NAME_EN,
                        INVITED_RESEARCHER.EMAIL)
                .from(RESEARCHER)
                .leftJoin(INVITED_RESEARCHER)
                .on(INVITED_RESEARCHER.RESEARCHER_ID.eq(RESEARCHER.ID))
                .where(RESEARCHER.PERSON_ID.isNull(), RESEARCHER.RETIRED_AT.isNull())
                .orderBy(ResearchRows.BY_NAME)
                .fetch(row -> new Unclaimed(
                        row.get(RESEARCHER.ID),
                        row.get(RESEARCHER.ORGANISATION_ID),
                        LocalizedText.of(row.get(RESEARCHER.NAME_KO), row.get(RESEARCHER.NAME_EN)),
                        row.get(INVITED_RESEARCHER.EMAIL) == null
                                ? null
                                : new EmailAddress(row.get(INVITED_RESEARCHER.EMAIL))));
    }

    private static LocalizedText name(Record row) {
        return LocalizedText.of(row.get(INVITED_RESEARCHER.NAME_KO), row.get(INVITED_RESEARCHER.NAME_EN));
    }
}
