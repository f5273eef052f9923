package kr.nairl.platform.auth.keycloak;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses that somebody entered this application and the realm may call: https, and no machine of our own network
 * (server-side request forgery, OWASP ASVS 5 V15.3.2). A development machine has providers beside it and allows them.
 */
@Component
class PublicAddresses {

    private final boolean privateToo;

    PublicAddresses(@Value("${platform.identity-providers.private-addresses:false}") boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** The address, if it may be called. */
    Optional<URI> checked(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            String host = address.getHost();
            boolean secure = "https".equalsIgnoreCase(address.getScheme());
            boolean plain = "http".equalsIgnoreCase(address.getScheme());
            if (host == null || address.getUserInfo() != null || !(secure || (plain && privateToo))) {
                return Optional.empty();
            }
            return privateToo || Stream.of(InetAddress.getAllByName(host)).allMatch(PublicAddresses::isPublic)
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException | UnknownHostException unusable) {
            return Optional.empty();
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean sharedOrReserved = bytes.length == 4
                && (bytes[0] == 0
                        // carriers' own, 100.64.0.0/10
                        || (bytes[0] == 100 && (bytes[1] & 0xc0) == 64)
                        || (bytes[0] & 0xf0) == 0xf0);
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || sharedOrReserved);
    }
}
