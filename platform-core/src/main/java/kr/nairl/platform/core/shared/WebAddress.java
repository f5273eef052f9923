package kr.nairl.platform.core.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as an address that a page may link to, and as a domain of e-mail addresses. */
public final class WebAddress {

    private static final int MAX = 300;
    /** A host in any script, with or without a port; no name and password. */
    private static final Pattern HOST = Pattern.compile("[^@:\\s()<>]+(?::[0-9]{1,5})?");

    private static final int MAX_DOMAIN = 253;
    private static final String DOMAIN =
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+";

    private WebAddress() {}

    /** Is this an http or https address of at most {@value #MAX} characters, without a name and password in it? */
    public static boolean is(String text) {
        try {
            URI address = new URI(text);
            String authority = address.getAuthority();
            return text.length() <= MAX
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                    && authority != null
                    && HOST.matcher(authority).matches();
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** Is this a domain name in lower case? */
    public static boolean isDomain(String text) {
        return text.length() <= MAX_DOMAIN && text.matches(DOMAIN);
    }

    public static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
