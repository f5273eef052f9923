package kr.nairl.platform.core.matching.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.MATCH_CONFLICT;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_WISHES;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_WISH_FIELD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.matching.Conflict;
import kr.nairl.platform.core.matching.StoredWishes;
import kr.nairl.platform.core.matching.WishWords;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqWishes implements StoredWishes {

    private static final Field<List<Topic>> FIELDS = multiset(
                    select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                            .from(RESEARCHER_WISH_FIELD)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(RESEARCHER_WISH_FIELD.CONCEPT_ID))
                            .where(RESEARCHER_WISH_FIELD.RESEARCHER_ID.eq(RESEARCHER_WISHES.RESEARCHER_ID))
                            .orderBy(RESEARCHER_WISH_FIELD.POSITION))
            .as("fields")
            .convertFrom(rows -> rows.map(
                    row -> new Topic(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4()))));

    private final DSLContext sql;

    JooqWishes(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<ResearcherId, Wishes> of(Collection<ResearcherId> researchers) {
        return sql.fetch(selected(researchers))
                .intoMap(row -> row.get(RESEARCHER_WISHES.RESEARCHER_ID), JooqWishes::wishes);
    }

    /** A row for {@link #wishes} of each of these who said something. */
    static Select<Record> selected(Collection<ResearcherId> researchers) {
        return select(RESEARCHER_WISHES.fields())
                .select(FIELDS)
                .from(RESEARCHER_WISHES)
                .where(RESEARCHER_WISHES.RESEARCHER_ID.in(researchers));
    }

    static Wishes wishes(Record row) {
        Short capacity = row.get(RESEARCHER_WISHES.CAPACITY);
        return new Wishes(
                set(row.get(RESEARCHER_WISHES.PARTNER_KINDS), OrganisationKind::valueOf),
                row.get(FIELDS),
                set(row.get(RESEARCHER_WISHES.MODES), CollaborationMode::valueOf),
                set(row.get(RESEARCHER_WISHES.LANGUAGES), Language::ofCode),
                LocalizedText.of(row.get(RESEARCHER_WISHES.DATA_KO), row.get(RESEARCHER_WISHES.DATA_EN)),
                capacity == null ? null : Integer.valueOf(capacity),
                row.get(RESEARCHER_WISHES.VERSION));
    }

    @Override
    public boolean save(ResearcherId researcher, WishWords words, int version, Instant now) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(RESEARCHER_WISHES.PARTNER_KINDS, names(words.partners(), Enum::name));
        values.put(RESEARCHER_WISHES.MODES, names(words.modes(), Enum::name));
        values.put(RESEARCHER_WISHES.LANGUAGES, names(words.languages(), Language::code));
        values.put(RESEARCHER_WISHES.UPDATED_AT, now);
        int written;
        if (version == 0) {
            written = sql.insertInto(RESEARCHER_WISHES)
                    .set(RESEARCHER_WISHES.RESEARCHER_ID, researcher)
                    .set(values)
                    .set(RESEARCHER_WISHES.DATA_KO, words.data().ko())
                    .set(RESEARCHER_WISHES.DATA_EN, words.data().en())
                    .set(RESEARCHER_WISHES.CAPACITY, capacity(words))
                    .set(RESEARCHER_WISHES.VERSION, 1)
                    .onConflictDoNothing()
                    .execute();
        } else {
            written = sql.update(RESEARCHER_WISHES)
                    .set(values)
                    .set(RESEARCHER_WISHES.DATA_KO, words.data().ko())
                    .set(RESEARCHER_WISHES.DATA_EN, words.data().en())
                    .set(RESEARCHER_WISHES.CAPACITY, capacity(words))
                    .set(RESEARCHER_WISHES.VERSION, version + 1)
                    .where(RESEARCHER_WISHES.RESEARCHER_ID.eq(researcher))
                    .and(RESEARCHER_WISHES.VERSION.eq(version))
                    .execute();
        }
        if (written == 0) {
            return false;
        }
        sql.deleteFrom(RESEARCHER_WISH_FIELD)
                .where(RESEARCHER_WISH_FIELD.RESEARCHER_ID.eq(researcher))
                .execute();
        List<ConceptId> fields = words.fields();
        for (int i = 0; i < fields.size(); i++) {
            sql.insertInto(RESEARCHER_WISH_FIELD)
                    .set(RESEARCHER_WISH_FIELD.RESEARCHER_ID, researcher)
                    .set(RESEARCHER_WISH_FIELD.CONCEPT_ID, fields.get(i))
                    .set(RESEARCHER_WISH_FIELD.POSITION, i)
                    .execute();
        }
        return true;
    }

    @Override
    public Map<OrganisationId, OrganisationKind> kinds(Collection<OrganisationId> organisations) {
        return sql.select(ORGANISATION.ID, ORGANISATION.KIND)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.in(organisations))
                .fetchMap(row -> row.value1(), row -> OrganisationKind.valueOf(row.value2()));
    }

    @Override
    public List<Conflict> conflicts(ResearcherId researcher) {
        return sql.select(
                        MATCH_CONFLICT.ORGANISATION_ID,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        MATCH_CONFLICT.NOTE,
                        MATCH_CONFLICT.DECLARED_AT)
                .from(MATCH_CONFLICT)
                // An organisation that is hidden by now stays in conflict.
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(MATCH_CONFLICT.ORGANISATION_ID))
                .where(MATCH_CONFLICT.RESEARCHER_ID.eq(researcher))
                .orderBy(coalesce(ORGANISATION.NAME_EN, ORGANISATION.NAME_KO), MATCH_CONFLICT.ORGANISATION_ID)
                .fetch(row -> new Conflict(
                        row.value1(), LocalizedText.of(row.value2(), row.value3()), row.value4(), row.value5()));
    }

    @Override
    public boolean declare(ResearcherId researcher, OrganisationId organisation, String note, Instant now) {
        int changed = sql.update(MATCH_CONFLICT)
                .set(MATCH_CONFLICT.NOTE, note)
                .where(MATCH_CONFLICT.RESEARCHER_ID.eq(researcher))
                .and(MATCH_CONFLICT.ORGANISATION_ID.eq(organisation))
                .execute();
        return changed == 0
                && sql.insertInto(MATCH_CONFLICT)
                                .set(MATCH_CONFLICT.RESEARCHER_ID, researcher)
                                .set(MATCH_CONFLICT.ORGANISATION_ID, organisation)
                                .set(MATCH_CONFLICT.NOTE, note)
                                .set(MATCH_CONFLICT.DECLARED_AT, now)
                                .onConflictDoNothing()
                                .execute()
                        == 1;
    }

    @Override
    public boolean withdraw(ResearcherId researcher, OrganisationId organisation) {
        return sql.deleteFrom(MATCH_CONFLICT)
                        .where(MATCH_CONFLICT.RESEARCHER_ID.eq(researcher))
                        .and(MATCH_CONFLICT.ORGANISATION_ID.eq(organisation))
                        .execute()
                == 1;
    }

    private static @Nullable Short capacity(WishWords words) {
        Integer capacity = words.capacity();
        return capacity == null ? null : capacity.shortValue();
    }

    private static <T> String[] names(Collection<T> values, Function<T, String> name) {
        return values.stream().map(name).sorted().toArray(String[]::new);
    }

    private static <T> Set<T> set(String[] names, Function<String, T> value) {
        return Arrays.stream(names).map(value).collect(Collectors.toSet());
    }
}
