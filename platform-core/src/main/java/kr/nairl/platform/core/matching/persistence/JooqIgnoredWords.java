package kr.nairl.platform.core.matching.persistence;

import static kr.nairl.platform.core.sql.Tables.IGNORED_WORD;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.matching.IgnoredWords;
import kr.nairl.platform.core.matching.WordReport;
import kr.nairl.platform.core.shared.Language;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ignored words in PostgreSQL. */
@Component
class JooqIgnoredWords implements IgnoredWords {

    private final DSLContext sql;

    JooqIgnoredWords(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<WordReport.Ignored> all() {
        return sql.select(IGNORED_WORD.LANGUAGE, IGNORED_WORD.WORD)
                .from(IGNORED_WORD)
                .orderBy(IGNORED_WORD.IGNORED_AT.desc(), IGNORED_WORD.WORD)
                .fetch(row -> new WordReport.Ignored(Language.ofCode(row.value1()), row.value2()));
    }

    @Override
    public void add(WordReport.Ignored word, Instant now) {
        sql.insertInto(IGNORED_WORD)
                .set(IGNORED_WORD.LANGUAGE, word.language().code())
                .set(IGNORED_WORD.WORD, word.word())
                .set(IGNORED_WORD.IGNORED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public boolean remove(WordReport.Ignored word) {
        return sql.deleteFrom(IGNORED_WORD)
                        .where(IGNORED_WORD.LANGUAGE.eq(word.language().code()))
                        .and(IGNORED_WORD.WORD.eq(word.word()))
                        .execute()
                == 1;
    }
}
