package kr.nairl.platform.core.research;

import java.util.List;

/** What a BibTeX file holds. */
public record Bibliography(List<FoundWork> works, List<Unread> unread) {

    public Bibliography {
        works = List.copyOf(works);
        unread = List.copyOf(unread);
    }

    /**
     * An entry that could not be read.
     *
     * @param line where it begins, from 1
     * @param key its key, or its kind with the sign {@code @} when it has none
     * @param reason why, a stable key such as {@code unclosed}
     * @param detail a name that the reason is about; may be empty
     */
    public record Unread(int line, String key, String reason, String detail) {}
}
