package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as somebody who may know of them sees them.
 *
 * @param email null unless the reader is that person, a lab manager or an administrator of their organisation
 */
public record Person(
        PersonId id, LocalizedText name, @Nullable EmailAddress email) {}
