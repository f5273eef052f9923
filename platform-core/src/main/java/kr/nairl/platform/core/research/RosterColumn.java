package kr.nairl.platform.core.research;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a list of researchers says of each, and how its headings may call that in either language. */
public enum RosterColumn {
    NAME_KO("이름", "성명", "한글이름", "국문이름", "국문성명", "nameko", "namekorean", "koreanname"),
    NAME_EN("영문이름", "영문성명", "영어이름", "nameen", "nameenglish", "englishname", "name", "fullname"),
    EMAIL("이메일", "메일", "이메일주소", "email", "emailaddress", "mail"),
    ORGANISATION("기관", "소속", "대학", "소속기관", "organisation", "organization", "university", "affiliation"),
    SUB_PROJECT("세부과제", "과제", "subproject", "project"),
    ROLE("역할", "직위", "구분", "role", "position"),
    LANGUAGE("언어", "메일언어", "language");

    private final List<String> headings;

    RosterColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The column that a heading names, however it is spaced, punctuated and cased. */
    static Optional<RosterColumn> of(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    /** Letters and digits only, in lower case. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
