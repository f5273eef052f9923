package kr.nairl.platform.core.mail;

import kr.nairl.platform.core.shared.EmailAddress;

/**
 * In whose name mails go out.
 *
 * @param address where answers would go; its domain makes the Message-IDs
 * @param name beside the address; empty for none
 */
public record SenderIdentity(EmailAddress address, String name) {

    public SenderIdentity {
        name = name.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
