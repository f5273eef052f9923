package kr.nairl.platform.core.matching.outside;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Where the search cluster is and who asks it.
 *
 * @param base its address without a slash at the end, such as {@code https://search.example:9200}; empty for none
 * @param authorization the header that says who asks; empty for none. Never written to a log
 */
record OpenSearchSettings(String base, String authorization) {

    /**
     * As an installation asks.
     *
     * @throws IllegalArgumentException when the address is no http or https address of a host alone, or a password would
     *     leave this machine unencrypted
     */
    static OpenSearchSettings of(String url, String user, String password) {
        String address = url.strip().replaceAll("/+$", "");
        if (address.isEmpty()) {
            return new OpenSearchSettings("", "");
        }
        URI uri = uri(address);
        if (user.isBlank()) {
            return new OpenSearchSettings(address, "");
        }
        if (!uri.getScheme().equals("https") && !isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "platform.matching.opensearch.url: a password goes to another machine over https alone");
        }
        byte[] both = (user.strip() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new OpenSearchSettings(address, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    private static URI uri(String address) {
        try {
            URI uri = new URI(address);
            if (Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // told below, without the address: it may hold a password
        }
        throw new IllegalArgumentException(
                "platform.matching.opensearch.url is no http or https address of a host; user and password are settings of their own");
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || (host.matches("[0-9.]+|\\[.*]")
                        && InetAddress.ofLiteral(host).isLoopbackAddress());
    }

    boolean isOn() {
        return !base.isEmpty();
    }

    @Override
    public String toString() {
        return "OpenSearchSettings[base=" + base + "]";
    }
}
