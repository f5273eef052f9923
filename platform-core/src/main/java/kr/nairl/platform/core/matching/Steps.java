package kr.nairl.platform.core.matching;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A place in a byte a number. A quarter of the memory and of the time to compare; the angle between two places stays the
 * same to about a hundredth. All places of one model are brought to the same length, so that a product tells the cosine.
 */
final class Steps {

    private static final float MOST = 127;

    /** Numbers of a place up to this many times their root mean square are kept as they are. */
    private static final float SPREAD = 5;

    private Steps() {}

    /** @param place empty, or not all zero */
    static byte[] of(float[] place) {
        double squares = 0;
        for (float number : place) {
            squares += number * number;
        }
        float scale = (float) (length(place.length) / Math.sqrt(squares));
        byte[] steps = new byte[place.length];
        for (int i = 0; i < place.length; i++) {
            steps[i] = (byte) Math.round(Math.clamp(scale * place[i], -MOST, MOST));
        }
        return steps;
    }

    private static double length(int dimensions) {
        return MOST / SPREAD * Math.sqrt(dimensions);
    }

    /**
     * A place that many others are compared with. The JVM makes no use of wide registers where bytes are multiplied one by
     * one; taken from the other place four at a time, as one int, they are compared three times as fast.
     */
    static final class Target {

        private static final VarHandle FOUR =
                MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

        private final byte[] place;
        private final double squareOfLength;

        /** The first, second, third and last of every four numbers. */
        private final int[] first;

        private final int[] second;
        private final int[] third;
        private final int[] last;

        Target(byte[] place) {
            this.place = place.clone();
            this.squareOfLength = length(place.length) * length(place.length);
            int fours = place.length / 4;
            first = new int[fours];
            second = new int[fours];
            third = new int[fours];
            last = new int[fours];
            for (int i = 0; i < fours; i++) {
                first[i] = place[4 * i];
                second[i] = place[4 * i + 1];
                third[i] = place[4 * i + 2];
                last[i] = place[4 * i + 3];
            }
        }

        boolean is(byte[] other) {
            return Arrays.equals(place, other);
        }

        /** To a place of the same model; rounded, so that it may pass 1 by a little. */
        double cosine(byte[] other) {
            if (other.length != place.length) {
                throw new IllegalArgumentException(
                        "places of " + place.length + " and of " + other.length + " numbers");
            }
            int product = 0;
            for (int i = 0; i < first.length; i++) {
                int four = (int) FOUR.get(other, 4 * i);
                product += first[i] * ((four << 24) >> 24)
                        + second[i] * ((four << 16) >> 24)
                        + third[i] * ((four << 8) >> 24)
                        + last[i] * (four >> 24);
            }
            for (int i = 4 * first.length; i < place.length; i++) {
                product += place[i] * other[i];
            }
            return product / squareOfLength;
        }
    }
}
