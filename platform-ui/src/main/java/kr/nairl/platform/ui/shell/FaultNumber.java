package kr.nairl.platform.ui.shell;

import java.security.SecureRandom;

/**
 * What a person can read out to us so that we find the cause in the log. Random, without letters that look alike.
 *
 * @param value such as {@code 7KQ4-M2PX}
 */
record FaultNumber(String value) {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static FaultNumber next() {
        StringBuilder letters = new StringBuilder();
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(at -> letters.append(LETTERS.charAt(at)));
        return new FaultNumber(letters.insert(LENGTH / 2, '-').toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
