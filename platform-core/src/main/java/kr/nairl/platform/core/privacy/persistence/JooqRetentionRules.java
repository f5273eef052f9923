package kr.nairl.platform.core.privacy.persistence;

import static kr.nairl.platform.core.sql.Tables.RETENTION_RULE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.nairl.platform.core.privacy.RetentionRule;
import kr.nairl.platform.core.privacy.RetentionRules;
import kr.nairl.platform.core.sql.Routines;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqRetentionRules implements RetentionRules {

    private final DSLContext sql;

    JooqRetentionRules(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<RetentionRule> all() {
        return sql.select(
                        RETENTION_RULE.WHAT,
                        RETENTION_RULE.DAYS,
                        RETENTION_RULE.LAST_RUN_AT,
                        RETENTION_RULE.LAST_DELETED)
                .from(RETENTION_RULE)
                .orderBy(RETENTION_RULE.POSITION)
                .fetch(row -> new RetentionRule(
                        row.get(RETENTION_RULE.WHAT),
                        row.get(RETENTION_RULE.DAYS),
                        row.get(RETENTION_RULE.LAST_RUN_AT),
                        Objects.requireNonNullElse(row.get(RETENTION_RULE.LAST_DELETED), 0)));
    }

    @Override
    public int apply(Instant now) {
        return Objects.requireNonNull(Routines.applyRetention(sql.configuration(), now));
    }
}
