package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Stored people, as far as the actor of the running transaction may know them. */
public interface People {

    Optional<Login> login(String issuer, String subject);

    /**
     * The organisations of the person that a sign-in does not open, with the identity provider that each asks for.
     *
     * @param provider the one that the person came through; null for a sign-in with what they set up themselves
     */
    Map<OrganisationId, Optional<String>> heldBack(PersonId person, @Nullable String provider);

    Optional<Person> find(Actor.Person reader, PersonId id);

    Optional<Account> account(PersonId id);

    /** The person known by issuer and subject, made now if there was none; two calls at once make one person. */
    PersonId ensure(
            String issuer, String subject, EmailAddress email, LocalizedText name, Language language, Instant now);

    /** Renames if the version is still this one; answers whether it was. */
    boolean rename(PersonId id, LocalizedText name, int version);

    void changeLanguage(PersonId id, Language language);

    void changeMails(PersonId id, Set<MailTopic> off);

    void changeTheme(PersonId id, Theme theme);
}
