package kr.nairl.platform.core.collaboration.persistence;

import static kr.nairl.platform.core.sql.Tables.RESEARCHER_ABSENCE;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_STAND_IN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.collaboration.Absence;
import kr.nairl.platform.core.collaboration.StoredAvailability;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.sql.Tables;
import kr.nairl.platform.core.sql.tables.TurnsTaken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Absences and stand-ins in PostgreSQL. */
@Component
class JooqAvailability implements StoredAvailability {

    private static final double SOON = 0.2;
    private static final double LATE = 0.8;

    private final DSLContext sql;

    JooqAvailability(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Absence> absences(ResearcherId researcher, LocalDate today) {
        return sql.select(RESEARCHER_ABSENCE.FIRST_DAY, RESEARCHER_ABSENCE.LAST_DAY)
                .from(RESEARCHER_ABSENCE)
                .where(RESEARCHER_ABSENCE.RESEARCHER_ID.eq(researcher))
                .and(RESEARCHER_ABSENCE.LAST_DAY.ge(today))
                .orderBy(RESEARCHER_ABSENCE.FIRST_DAY)
                .fetch(row -> new Absence(row.value1(), row.value2()));
    }

    @Override
    public Optional<ResearcherId> standIn(ResearcherId researcher) {
        return sql.select(RESEARCHER_STAND_IN.STAND_IN_ID)
                .from(RESEARCHER_STAND_IN)
                .where(RESEARCHER_STAND_IN.RESEARCHER_ID.eq(researcher))
                .fetchOptional(RESEARCHER_STAND_IN.STAND_IN_ID);
    }

    @Override
    public void nameStandIn(ResearcherId researcher, @Nullable ResearcherId standIn, Instant now) {
        if (standIn == null) {
            sql.deleteFrom(RESEARCHER_STAND_IN)
                    .where(RESEARCHER_STAND_IN.RESEARCHER_ID.eq(researcher))
                    .execute();
        } else {
            sql.insertInto(RESEARCHER_STAND_IN)
                    .set(RESEARCHER_STAND_IN.RESEARCHER_ID, researcher)
                    .set(RESEARCHER_STAND_IN.STAND_IN_ID, standIn)
                    .set(RESEARCHER_STAND_IN.NAMED_AT, now)
                    .onConflict(RESEARCHER_STAND_IN.RESEARCHER_ID)
                    .doUpdate()
                    .set(RESEARCHER_STAND_IN.STAND_IN_ID, standIn)
                    .set(RESEARCHER_STAND_IN.NAMED_AT, now)
                    .execute();
        }
    }

    @Override
    public void add(ResearcherId researcher, Absence absence) {
        sql.insertInto(RESEARCHER_ABSENCE)
                .set(RESEARCHER_ABSENCE.RESEARCHER_ID, researcher)
                .set(RESEARCHER_ABSENCE.FIRST_DAY, absence.first())
                .set(RESEARCHER_ABSENCE.LAST_DAY, absence.last())
                .onConflict(RESEARCHER_ABSENCE.RESEARCHER_ID, RESEARCHER_ABSENCE.FIRST_DAY)
                .doUpdate()
                .set(RESEARCHER_ABSENCE.LAST_DAY, absence.last())
                .execute();
    }

    @Override
    public void remove(ResearcherId researcher, Absence absence) {
        sql.deleteFrom(RESEARCHER_ABSENCE)
                .where(RESEARCHER_ABSENCE.RESEARCHER_ID.eq(researcher))
                .and(RESEARCHER_ABSENCE.FIRST_DAY.eq(absence.first()))
                .execute();
    }

    @Override
    public Taken turns(ResearcherId researcher, Instant since) {
        TurnsTaken taken = Tables.TURNS_TAKEN(researcher.value(), since, SOON, LATE);
        Map<Boolean, Turns> turns = sql.selectFrom(taken)
                .fetchMap(taken.OWN, row -> new Turns(row.get(taken.TURNS), row.get(taken.SOON), row.get(taken.LATE)));
        return new Taken(turns.get(true), turns.get(false));
    }
}
