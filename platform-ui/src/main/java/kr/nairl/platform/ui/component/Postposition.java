package kr.nairl.platform.ui.component;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Korean particle whose form follows the sound before it. {@link #resolve} also finds them in finished sentences,
 * where messages write both forms in brackets: {@code {0}[이/가] 요청을 보냈습니다}.
 */
public enum Postposition {
    TOPIC("은", "는"),
    SUBJECT("이", "가"),
    OBJECT("을", "를"),
    WITH("과", "와"),
    /** Direction or means: also 로 after ㄹ. */
    TOWARDS("으로", "로"),
    COPULA("이에요", "예요"),
    AND("이랑", "랑"),
    NAMED("이라는", "라는");

    private static final Pattern MARKER = Pattern.compile("\\[([가-힣]{1,3})/([가-힣]{1,3})]");
    private static final Pattern BRACKETED_END = Pattern.compile("\\s*[(\\[（【][^()\\[\\]（）【】]*[)\\]）】]\\s*$");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]+$");
    private static final Map<String, Postposition> BY_FORMS = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(one -> one.afterConsonant + '/' + one.afterVowel, one -> one));

    private static final int RIEUL = 8;
    private static final int FINALS = 28;
    private static final int OTHER_CONSONANT = 1;
    private static final int VOWEL = 0;

    private final String afterConsonant;
    private final String afterVowel;

    Postposition(String afterConsonant, String afterVowel) {
        this.afterConsonant = afterConsonant;
        this.afterVowel = afterVowel;
    }

    /** The word with its particle. */
    public String after(String word) {
        return word + formAfter(word);
    }

    /** The particle alone, in the form that follows the word. */
    public String formAfter(String word) {
        int ending = ending(word);
        boolean vowel = ending == VOWEL || (this == TOWARDS && ending == RIEUL);
        return vowel ? afterVowel : afterConsonant;
    }

    /** Replaces every marker such as {@code [은/는]} by the form that fits the text before it. */
    public static String resolve(String sentence) {
        Matcher marker = MARKER.matcher(sentence);
        StringBuilder resolved = new StringBuilder(sentence.length());
        int copied = 0;
        while (marker.find()) {
            Postposition one = BY_FORMS.get(marker.group(1) + '/' + marker.group(2));
            if (one != null) {
                resolved.append(sentence, copied, marker.start());
                resolved.append(one.formAfter(resolved.toString()));
                copied = marker.end();
            }
        }
        return resolved.append(sentence, copied, sentence.length()).toString();
    }

    /** How the word ends when read aloud: 0 for a vowel, 8 for ㄹ, any other number for another consonant. */
    private static int ending(String word) {
        String read = BRACKETED_END.matcher(word.strip()).replaceFirst("");
        if (read.isBlank()) {
            read = word;
        }
        for (int i = read.length(); i > 0; i = read.offsetByCodePoints(i, -1)) {
            int point = read.codePointBefore(i);
            if (point >= '가' && point <= '힣') {
                return (point - '가') % FINALS;
            }
            if (Character.isDigit(point)) {
                return endingOfDigit(Character.digit(point, 10));
            }
            if (Character.isLetter(point)) {
                return endingOfLatin(read.substring(0, i));
            }
            if (point == '%') {
                return VOWEL;
            }
        }
        return VOWEL;
    }

    /** As numbers are read in Sino-Korean: 영 일 이 삼 사 오 육 칠 팔 구. */
    private static int endingOfDigit(int digit) {
        return switch (digit) {
            case 0, 3, 6 -> OTHER_CONSONANT;
            case 1, 7, 8 -> RIEUL;
            default -> VOWEL;
        };
    }

    private static int endingOfLatin(String text) {
        Matcher latin = LATIN_WORD.matcher(text);
        if (!latin.find()) {
            return VOWEL;
        }
        String word = latin.group();
        char last = word.charAt(word.length() - 1);
        if (Character.isUpperCase(last)) {
            return endingOfLetterName(last);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.endsWith("le") && lower.length() > 2 || lower.endsWith("l")) {
            return RIEUL;
        }
        if (lower.endsWith("me") || lower.endsWith("ne")) {
            return OTHER_CONSONANT;
        }
        return switch (lower.charAt(lower.length() - 1)) {
            case 'm', 'n' -> OTHER_CONSONANT;
            case 'g' -> lower.endsWith("ng") ? OTHER_CONSONANT : VOWEL;
            case 'b', 'c', 'k', 'p', 't' -> endingOfStop(lower);
            default -> VOWEL;
        };
    }

    /** A stop after one short vowel closes the syllable (팁, 봇); after two vowels or a consonant it opens its own (마이크). */
    private static int endingOfStop(String lower) {
        int length = lower.length();
        boolean shortVowel =
                length >= 2 && isVowel(lower.charAt(length - 2)) && !(length >= 3 && isVowel(lower.charAt(length - 3)));
        return shortVowel || lower.endsWith("ck") ? OTHER_CONSONANT : VOWEL;
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    /** As letters are named in Korean: 엘 엠 엔 알 end in a consonant, the others in a vowel. */
    private static int endingOfLetterName(char letter) {
        return switch (letter) {
            case 'L', 'R' -> RIEUL;
            case 'M', 'N' -> OTHER_CONSONANT;
            default -> VOWEL;
        };
    }
}
