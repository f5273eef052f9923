package kr.nairl.platform.core.newsletter.persistence;

import static kr.nairl.platform.core.sql.Tables.STORY;

import java.util.Arrays;
import java.util.stream.Collectors;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** What the newsletter's statements share. */
final class Order {

    private Order() {}

    /** The place of a story's section in an issue. */
    static Field<Integer> ofSection() {
        return ofSection(STORY.SECTION);
    }

    static Field<Integer> ofSection(Field<String> section) {
        return DSL.case_(section)
                .mapValues(Arrays.stream(Section.values()).collect(Collectors.toMap(Section::name, Section::ordinal)));
    }

    static SelectField<LocalizedText> text(Field<String> ko, Field<String> en) {
        return DSL.row(ko, en).mapping(LocalizedText::of);
    }
}
