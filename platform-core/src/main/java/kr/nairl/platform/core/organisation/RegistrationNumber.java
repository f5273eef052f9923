package kr.nairl.platform.core.organisation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which organisation it is, by the number of a register. Always valid in form, and where the register knows check
 * digits, they are right.
 *
 * @param value normalised: without spaces, hyphens and prefixes, in upper case
 */
public record RegistrationNumber(Kind kind, String value) {

    private static final int[] KOREAN_WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};
    private static final Pattern NATIONAL = Pattern.compile("[A-Z0-9./]{3,40}");
    private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");
    private static final Pattern ROR = Pattern.compile("0[0-9A-HJKMNP-TV-Z]{6}[0-9]{2}");
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Which register it is. */
    public enum Kind {
        /** 사업자등록번호: ten digits, the last of which checks the others (National Tax Service of Korea). */
        KR_BUSINESS,
        /** Another country's register of companies; only the form is checked. */
        NATIONAL,
        /** Research Organization Registry, ror.org: the identifier's own form, with its checksum. */
        ROR,
        /** Legal Entity Identifier, ISO 17442. */
        LEI
    }

    /** The number that somebody typed, with or without hyphens, spaces and prefixes; empty when it cannot be one. */
    public static Optional<RegistrationNumber> read(Kind kind, String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\-\\u2010-\\u2015]+", "");
        if (kind == Kind.ROR) {
            plain = plain.replaceFirst("^(HTTPS?://)?(WWW\\.)?ROR\\.ORG/", "");
        }
        boolean right = switch (kind) {
            case KR_BUSINESS -> isKoreanBusiness(plain);
            case NATIONAL -> NATIONAL.matcher(plain).matches() && plain.chars().anyMatch(c -> c >= '0' && c <= '9');
            case ROR -> isRor(plain);
            case LEI -> isLei(plain);
        };
        return right ? Optional.of(new RegistrationNumber(kind, plain)) : Optional.empty();
    }

    /** As people write it. */
    public String written() {
        return switch (kind) {
            case KR_BUSINESS -> value.substring(0, 3) + "-" + value.substring(3, 5) + "-" + value.substring(5);
            case ROR -> "https://ror.org/" + value.toLowerCase(Locale.ROOT);
            case NATIONAL, LEI -> value;
        };
    }

    private static boolean isKoreanBusiness(String digits) {
        if (!digits.matches("[0-9]{10}") || digits.startsWith("000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < KOREAN_WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * KOREAN_WEIGHTS[i];
        }
        // the ninth digit's product counts with its tens, too
        sum += (digits.charAt(8) - '0') * 5 / 10;
        return (10 - sum % 10) % 10 == digits.charAt(9) - '0';
    }

    /** ISO 7064 MOD 97-10: letters count as 10 to 35, and the whole is 1 modulo 97. */
    private static boolean isLei(String text) {
        if (!LEI.matcher(text).matches()) {
            return false;
        }
        String digits = text.chars()
                .mapToObj(c -> Integer.toString(Character.digit(c, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Six characters in Crockford's base 32, then 98 minus a hundred times their value, modulo 97. */
    private static boolean isRor(String text) {
        if (!ROR.matcher(text).matches()) {
            return false;
        }
        long value = 0;
        for (char c : text.substring(1, 7).toCharArray()) {
            value = value * 32 + CROCKFORD.indexOf(c);
        }
        return 98 - value * 100 % 97 == Integer.parseInt(text.substring(7));
    }
}
