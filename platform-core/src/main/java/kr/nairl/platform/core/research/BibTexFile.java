package kr.nairl.platform.core.research;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads BibTeX strictly, entry by entry: one that is broken is told with its key, its line and the reason, and those
 * after it are read. Nothing in it recurses or grows beyond its limits, whatever the file holds.
 */
final class BibTexFile {

    static final int LARGEST = 2 * 1024 * 1024;
    static final int MOST_ENTRIES = 500;
    static final int LONGEST_VALUE = 20_000;
    static final int DEEPEST = 30;

    private static final String FIELD = "file";
    private static final int MOST_STRINGS = 500;
    private static final int LONGEST_KEY = 100;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]\\d\\d|2[01]\\d\\d)(?!\\d)");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern DOI_ADDRESS =
            Pattern.compile("^https?://(?:dx\\.)?doi\\.org/(10\\..+)$", Pattern.CASE_INSENSITIVE);
    private static final List<String> VENUES = List.of(
            "journal",
            "journaltitle",
            "booktitle",
            "school",
            "institution",
            "organization",
            "publisher",
            "howpublished",
            "series");
    /** What an entry takes from the one that it is part of, when it says nothing itself; a book's title names the venue. */
    private static final List<String> INHERITED =
            List.of("year", "date", "publisher", "organization", "series", "journal", "journaltitle");

    private final String text;
    private final Map<String, String> strings = new HashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Bibliography.Unread> unread = new ArrayList<>();
    private int at;
    private int line = 1;
    private int counted;

    private BibTexFile(String text) {
        this.text = text;
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            strings.put(name.toLowerCase(Locale.ROOT), name);
        }
    }

    private record Entry(String kind, String key, int line, Map<String, String> fields) {

        /** The first of these fields that says something. */
        @Nullable
        String first(Stream<String> names) {
            return names.map(fields::get)
                    .filter(value -> value != null && !value.isBlank())
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        String field(String name) {
            return first(Stream.of(name));
        }
    }

    /** An entry that cannot be read. */
    private static final class BrokenEntry extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;
        private final String detail;

        BrokenEntry(String reason, String detail) {
            super(reason, null, false, false);
            this.reason = reason;
            this.detail = detail;
        }
    }

    /** @throws InvalidInputException for a file that is too large, no text, without entries or with too many */
    static Bibliography read(byte[] file) {
        if (file.length > LARGEST) {
            throw new InvalidInputException(FIELD, "file-too-large", LARGEST);
        }
        return read(FileText.of(file).orElseThrow(() -> new InvalidInputException(FIELD, "bibtex-encoding")));
    }

    /** @throws InvalidInputException for a text that is too long, without entries or with too many */
    static Bibliography read(String text) {
        if (text.length() > LARGEST) {
            throw new InvalidInputException(FIELD, "file-too-large", LARGEST);
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            throw new InvalidInputException(FIELD, "bibtex-encoding");
        }
        return new BibTexFile(text).read();
    }

    private Bibliography read() {
        while (toNextEntry()) {
            int start = at;
            int startLine = lineAt(start);
            String kind = "";
            String key = "";
            try {
                at++;
                kind = name();
                // An @ between entries, as in an address, is a remark.
                skipSpace();
                if (kind.isEmpty() || !(peek() == '{' || peek() == '(')) {
                    continue;
                }
                char end = text.charAt(at++) == '{' ? '}' : ')';
                switch (kind) {
                    case "comment" -> skipBlock(end);
                    case "preamble" -> skipBlock(end);
                    case "string" -> string(end);
                    default -> {
                        key = key(end);
                        entry(new Entry(kind, key, startLine, new LinkedHashMap<>()), end);
                    }
                }
            } catch (BrokenEntry broken) {
                unread.add(new Bibliography.Unread(
                        startLine, key.isEmpty() ? "@" + kind : key, broken.reason, broken.detail));
                if (unread.size() > MOST_ENTRIES) {
                    throw new InvalidInputException(FIELD, "bibtex-many", MOST_ENTRIES);
                }
                toLineWithEntry(start + 1);
            }
        }
        if (entries.isEmpty() && unread.isEmpty()) {
            throw new InvalidInputException(FIELD, "bibtex-empty");
        }
        return new Bibliography(works(), unread);
    }

    private boolean toNextEntry() {
        at = text.indexOf('@', at);
        if (at < 0) {
            at = text.length();
            return false;
        }
        return true;
    }

    /** After something broken: on with the next line that begins with an entry. */
    private void toLineWithEntry(int from) {
        int next = text.indexOf('@', from);
        while (next >= 0) {
            int before = next - 1;
            while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
                before--;
            }
            if (before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r') {
                at = next;
                return;
            }
            next = text.indexOf('@', next + 1);
        }
        at = text.length();
    }

    private void string(char end) throws BrokenEntry {
        skipSpace();
        String name = name();
        skipSpace();
        expect('=');
        String value = value();
        skipSpace();
        expect(end);
        if (name.isEmpty()) {
            throw new BrokenEntry("syntax", "");
        }
        strings.put(name, value);
        if (strings.size() > MOST_STRINGS) {
            throw new InvalidInputException(FIELD, "bibtex-many", MOST_STRINGS);
        }
    }

    private String key(char end) throws BrokenEntry {
        int start = at;
        while (at < text.length() && peek() != ',' && peek() != end) {
            char c = text.charAt(at);
            if (c == '{' || c == '=' || c == '"' || c == '\n' || at - start > LONGEST_KEY) {
                throw new BrokenEntry("key", "");
            }
            at++;
        }
        return text.substring(start, at).strip();
    }

    private void entry(Entry entry, char end) throws BrokenEntry {
        skipSpace();
        while (peek() == ',') {
            at++;
            skipSpace();
            if (peek() == end) {
                break;
            }
            String name = name();
            skipSpace();
            if (name.isEmpty()) {
                throw new BrokenEntry(at >= text.length() ? "unclosed" : "syntax", "");
            }
            expect('=');
            entry.fields().putIfAbsent(name, value());
            skipSpace();
        }
        expect(end);
        if (entry.key().isEmpty()) {
            throw new BrokenEntry("key", "");
        }
        if (entries.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry) != null) {
            throw new BrokenEntry("repeated", "");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new InvalidInputException(FIELD, "bibtex-many", MOST_ENTRIES);
        }
    }

    private String value() throws BrokenEntry {
        StringBuilder value = new StringBuilder();
        do {
            skipSpace();
            value.append(piece());
            if (value.length() > LONGEST_VALUE) {
                throw new BrokenEntry("giant", "");
            }
            skipSpace();
        } while (skip('#'));
        return value.toString();
    }

    private String piece() throws BrokenEntry {
        char c = peek();
        if (c == '{') {
            at++;
            return text.substring(at, closing('}') - 1);
        }
        if (c == '"') {
            at++;
            return text.substring(at, closing('"') - 1);
        }
        int start = at;
        while (at < text.length() && isNameSign(text.charAt(at))) {
            at++;
        }
        String bare = text.substring(start, at);
        if (bare.isEmpty()) {
            throw new BrokenEntry(at >= text.length() ? "unclosed" : "syntax", "");
        }
        if (bare.chars().allMatch(Character::isDigit)) {
            return bare;
        }
        String meant = strings.get(bare.toLowerCase(Locale.ROOT));
        if (meant == null) {
            throw new BrokenEntry("string", bare);
        }
        return meant;
    }

    /** Goes behind the sign that closes what was opened, and answers where that is. */
    private int closing(char end) throws BrokenEntry {
        int depth = 0;
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at = Math.min(at + 1, text.length());
            } else if (depth == 0 && c == end) {
                return at;
            } else if (c == '{') {
                depth++;
                if (depth > DEEPEST) {
                    throw new BrokenEntry("nested", "");
                }
            } else if (c == '}') {
                depth--;
                if (depth < 0) {
                    throw new BrokenEntry("braces", "");
                }
            }
            if (at - start > LONGEST_VALUE) {
                throw new BrokenEntry("giant", "");
            }
        }
        throw new BrokenEntry("unclosed", "");
    }

    private void skipBlock(char end) throws BrokenEntry {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (depth == 0 && c == end) {
                return;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        throw new BrokenEntry("unclosed", "");
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameSign(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isNameSign(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':' || c == '.' || c == '+' || c == '/';
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char expected) {
        boolean there = peek() == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char expected) throws BrokenEntry {
        if (at >= text.length()) {
            throw new BrokenEntry("unclosed", "");
        }
        if (!skip(expected)) {
            throw new BrokenEntry("syntax", "");
        }
    }

    /** The next sign; NUL, which no text here holds, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** Asked for places that only go forward. */
    private int lineAt(int place) {
        for (; counted < place && counted < text.length(); counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    private List<FoundWork> works() {
        Set<String> parents = new HashSet<>();
        for (Entry entry : entries.values()) {
            String parent = entry.field("crossref");
            if (parent != null) {
                parents.add(parent.strip().toLowerCase(Locale.ROOT));
            }
        }
        // Proceedings that papers are part of stand there only for their papers.
        return entries.entrySet().stream()
                .filter(one -> !parents.contains(one.getKey()))
                .map(one -> work(one.getValue()))
                .toList();
    }

    private FoundWork work(Entry entry) {
        inherit(entry);
        String address = entry.field("url");
        String url = address == null ? null : LatexText.literal(address);
        String doi = entry.field("doi");
        if (doi == null && url != null) {
            Matcher resolver = DOI_ADDRESS.matcher(url);
            doi = resolver.matches() ? resolver.group(1) : null;
        }
        String eprint = entry.field("eprint");
        String archive = entry.first(Stream.of("archiveprefix", "eprinttype"));
        if (url == null && eprint != null && "arxiv".equalsIgnoreCase(archive == null ? "" : archive.strip())) {
            url = "https://arxiv.org/abs/" + LatexText.literal(eprint);
        }
        String venue = entry.first(VENUES.stream());
        String summary = entry.field("abstract");
        return new FoundWork(
                WorkSource.BIBTEX,
                entry.key(),
                title(entry),
                venue == null ? null : LatexText.plain(venue),
                year(entry),
                doi == null ? null : LatexText.literal(doi),
                url,
                FoundWork.text(summary == null ? null : LatexText.plain(summary)),
                authors(entry));
    }

    private static LocalizedText title(Entry entry) {
        String title = entry.field("title");
        if (title == null) {
            return LocalizedText.EMPTY;
        }
        String subtitle = entry.field("subtitle");
        return FoundWork.text(LatexText.plain(title) + (subtitle == null ? "" : ": " + LatexText.plain(subtitle)));
    }

    private static @Nullable Integer year(Entry entry) {
        String written = entry.first(Stream.of("year", "date"));
        Matcher year = YEAR.matcher(written == null ? "" : written);
        return year.find() ? Integer.valueOf(year.group(1)) : null;
    }

    private static List<String> authors(Entry entry) {
        String written = entry.field("author");
        return written == null
                ? List.of()
                : AND.splitAsStream(written)
                        .map(LatexText::plain)
                        .filter(name -> !name.isBlank() && !name.equalsIgnoreCase("others"))
                        .map(BibTexFile::asSpoken)
                        .toList();
    }

    /** {@code Kim, Na-ri} as {@code Na-ri Kim}; a Korean name with the family name first. */
    private static String asSpoken(String name) {
        String[] parts = COMMA.split(name);
        if (parts.length != 2) {
            return name;
        }
        return FoundWork.text(name).ko() == null ? parts[1] + " " + parts[0] : parts[0] + parts[1];
    }

    private void inherit(Entry entry) {
        String named = entry.field("crossref");
        Entry parent = named == null ? null : entries.get(named.strip().toLowerCase(Locale.ROOT));
        if (parent == null || parent.equals(entry)) {
            return;
        }
        for (String field : INHERITED) {
            String value = parent.field(field);
            if (value != null) {
                entry.fields().putIfAbsent(field, value);
            }
        }
        String book = parent.first(Stream.of("booktitle", "title"));
        if (book != null) {
            entry.fields().putIfAbsent("booktitle", book);
        }
    }
}
