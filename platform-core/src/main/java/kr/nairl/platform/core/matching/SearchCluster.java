package kr.nairl.platform.core.matching;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The port to an OpenSearch cluster. Safe for use by many threads. */
public interface SearchCluster {

    /** No cluster: each node of the platform keeps its index in memory. */
    SearchCluster NONE = new SearchCluster() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Answer ask(String method, String path, String body, Duration patience) {
            throw new UnreachableException("no search cluster was chosen");
        }
    };

    boolean isOn();

    /**
     * Asks once.
     *
     * @param path with a slash at its beginning
     * @param body JSON, or JSON lines; empty for none
     * @param patience how long the whole answer may take
     * @throws UnreachableException when no answer came in time, or none that is JSON
     */
    Answer ask(String method, String path, String body, Duration patience);

    /** @param status HTTP's */
    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** The cluster did not answer as it should. The message tells nothing of what was sent. */
    final class UnreachableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnreachableException(String message) {
            super(message);
        }
    }
}
