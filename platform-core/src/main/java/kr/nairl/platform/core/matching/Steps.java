package kr.nairl.platform.core.matching;

/**
 * A place in a byte a number: 127ths of its greatest. A quarter of the memory and of the time to compare; the angle
 * between two places stays the same to about a hundredth.
 */
final class Steps {

    private static final float MOST = 127;

    private Steps() {}

    /** @param place not all zero */
    static byte[] of(float[] place) {
        float greatest = 0;
        for (float number : place) {
            greatest = Math.max(greatest, Math.abs(number));
        }
        byte[] steps = new byte[place.length];
        for (int i = 0; i < place.length; i++) {
            steps[i] = (byte) Math.round(MOST * place[i] / greatest);
        }
        return steps;
    }
}
