package kr.nairl.platform.core.organisation.persistence;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How columns stand for values: a text in two columns, roles in an array. */
final class Texts {

    private Texts() {}

    static LocalizedText text(Record row, Field<String> ko, Field<String> en) {
        return LocalizedText.of(row.get(ko), row.get(en));
    }

    /** What rows are sorted by: the name in either language, without regard to case. */
    static Field<String> byName(Field<String> first, Field<String> second) {
        return DSL.lower(DSL.coalesce(first, second));
    }

    static Set<Role> roles(String[] stored) {
        return Stream.of(stored).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static String[] stored(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    static @Nullable Integer year(@Nullable Short stored) {
        return stored == null ? null : stored.intValue();
    }

    static @Nullable Short stored(@Nullable Integer year) {
        return year == null ? null : year.shortValue();
    }
}
