package kr.nairl.platform.core.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, lower-cased. At most 254 characters; no display name, no line breaks.
 *
 * @throws InvalidInputException with field {@code email} when the text is no address
 */
public record EmailAddress(String value) {

    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !FORM.matcher(value).matches()) {
            throw new InvalidInputException("email", "email");
        }
    }

    /** The part after the at sign. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
