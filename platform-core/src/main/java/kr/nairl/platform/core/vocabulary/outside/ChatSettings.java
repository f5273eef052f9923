package kr.nairl.platform.core.vocabulary.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;

/**
 * How the chat model is asked.
 *
 * @param base its address without a slash at the end, such as {@code https://models.example/v1}; empty for none
 * @param model its name there
 * @param key sent as a bearer token; empty for none. Never written to a log
 * @param patience how long an answer may take
 * @param largest bytes of one answer
 */
record ChatSettings(String base, String model, String key, Duration patience, int largest) {

    private static final int LARGEST = 256 * 1024;

    /**
     * As an installation asks.
     *
     * @throws IllegalArgumentException when the address is no http or https address of a host and a path alone
     */
    static ChatSettings of(String base, String model, String key) {
        String address = base.strip().replaceAll("/+$", "");
        if (!address.isEmpty() && !isUsable(address)) {
            throw new IllegalArgumentException("platform.chat.url is no http or https address");
        }
        return new ChatSettings(address, model.strip(), key.strip(), Duration.ofSeconds(30), LARGEST);
    }

    private static boolean isUsable(String address) {
        try {
            URI uri = new URI(address);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    boolean isOn() {
        return !base.isEmpty() && !model.isEmpty();
    }

    /** The host alone. */
    String host() {
        return isOn() ? URI.create(base).getHost() : "";
    }

    @Override
    public String toString() {
        return "ChatSettings[base=" + base + ", model=" + model + "]";
    }
}
