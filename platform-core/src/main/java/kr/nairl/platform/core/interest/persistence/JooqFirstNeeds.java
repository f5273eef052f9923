package kr.nairl.platform.core.interest.persistence;

import static kr.nairl.platform.core.sql.Tables.FIRST_NEED;

import java.util.Optional;
import kr.nairl.platform.core.interest.FirstNeeds;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.sql.tables.FirstNeed;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqFirstNeeds implements FirstNeeds {

    private final DSLContext sql;

    JooqFirstNeeds(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LocalizedText> of(OrganisationId organisation, EmailAddress applicant) {
        FirstNeed found = FIRST_NEED(organisation.value(), applicant.value());
        return sql.selectFrom(found)
                .fetchOptional(row -> Language.ofCode(row.get(found.LANGUAGE)) == Language.KO
                        ? LocalizedText.of(row.get(found.NEED), null)
                        : LocalizedText.of(null, row.get(found.NEED)));
    }
}
