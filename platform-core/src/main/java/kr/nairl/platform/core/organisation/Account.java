package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;

/**
 * A person's own settings.
 *
 * @param language of pages and mails
 * @param version what a change of name must name to be accepted
 */
public record Account(
        PersonId person, EmailAddress email, LocalizedText name, Language language, Theme theme, int version) {}
