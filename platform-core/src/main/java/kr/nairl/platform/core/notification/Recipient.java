package kr.nairl.platform.core.notification;

import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.organisation.MailTopic;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be told.
 *
 * @param organisation the membership that they are told for; null when it concerns the person whoever they act for
 * @param mailsOff what they want no mails about
 * @param email empty when their account has none that a mail can go to
 */
public record Recipient(
        PersonId person,
        @Nullable OrganisationId organisation,
        LocalizedText name,
        Optional<EmailAddress> email,
        Set<MailTopic> mailsOff,
        Language language) {

    public Recipient {
        mailsOff = Set.copyOf(mailsOff);
    }
}
