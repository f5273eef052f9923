package kr.nairl.platform.core.organisation;

import java.util.Set;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;

/**
 * A person's own settings.
 *
 * @param language of pages and mails
 * @param mailsOff what the person wants no mails about
 * @param version what a change of name must name to be accepted
 */
public record Account(
        PersonId person,
        EmailAddress email,
        LocalizedText name,
        Language language,
        Theme theme,
        Set<MailTopic> mailsOff,
        int version) {

    public Account {
        mailsOff = Set.copyOf(mailsOff);
    }
}
