package kr.nairl.platform.core.research.outside;

import java.net.URI;
import java.time.Duration;

/**
 * How a directory is asked.
 *
 * @param on whether it is asked at all
 * @param base its address, without a slash at the end
 * @param mailto an address at which the directory's keepers reach the lab; empty for none
 * @param patience how long one answer may take
 * @param pause before the first other try; each later one waits twice as long
 * @param longest how long a directory may make us wait by {@code Retry-After}
 * @param largest bytes of one answer
 */
record DirectorySettings(
        boolean on, URI base, String mailto, Duration patience, Duration pause, Duration longest, int largest) {

    static final int TRIES = 4;
    private static final int LARGEST = 8 * 1024 * 1024;

    /** As an installation asks. */
    static DirectorySettings of(boolean on, String base, String mailto) {
        return new DirectorySettings(
                on,
                URI.create(base.strip().replaceAll("/+$", "")),
                mailto.strip(),
                Duration.ofSeconds(20),
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                LARGEST);
    }
}
