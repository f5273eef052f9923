package kr.nairl.platform.core.admission;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.shared.Countries;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote into the public form, unchecked.
 *
 * @param website may lack its scheme; blank for none
 * @param emailDomain blank for none
 * @param given what they agreed to
 */
public record ApplicationDraft(
        OrganisationKind kind,
        LocalizedText name,
        String country,
        RegistrationNumber.Kind numberKind,
        String number,
        String website,
        String emailDomain,
        String contactName,
        String contact,
        String need,
        Language language,
        Set<Consent> given) {

    public static final int NAME_MAX = 120;
    public static final int CONTACT_NAME_MAX = 100;
    public static final int NEED_MIN = 10;
    public static final int NEED_MAX = 400;
    private static final String KOREA = "KR";
    private static final Pattern LEADS_SOMEWHERE = Pattern.compile("://|(?i)\\bwww\\.|[\\r\\n]");

    /** Where anybody gets an address: no organisation's own. */
    private static final Set<String> PUBLIC_PROVIDERS = Set.of(
            "gmail.com",
            "naver.com",
            "daum.net",
            "hanmail.net",
            "kakao.com",
            "nate.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "proton.me");

    public ApplicationDraft {
        given = given.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(given));
        country = country.strip().toUpperCase(Locale.ROOT);
    }

    /** @throws InvalidInputException naming every bad field */
    ApplicationSheet checked() {
        Optional<RegistrationNumber> registered = RegistrationNumber.read(numberKind, number);
        Optional<EmailAddress> address = address();
        String site = site();
        String domain = domain();
        String words = need.strip();
        Violations violations = new Violations()
                .check(kind.becomesPartner(), "kind", "choice")
                .required(NAME_MAX, "name", name)
                .check(Countries.has(country), "country", "country")
                .check(
                        numberKind != RegistrationNumber.Kind.KR_BUSINESS || country.equals(KOREA),
                        "numberKind",
                        "number-kind")
                .required(60, "number", number)
                .check(number.isBlank() || registered.isPresent(), "number", "number." + numberKind.name())
                .check(site == null || WebAddress.is(site), "website", "web-address")
                .check(domain == null || WebAddress.isDomain(domain), "emailDomain", "domain")
                // The mail that confirms the address is the one proof there is of a domain.
                .check(
                        domain == null
                                || address.isEmpty()
                                || address.get().domain().equals(domain),
                        "emailDomain",
                        "domain-of-contact")
                .check(domain == null || !PUBLIC_PROVIDERS.contains(domain), "emailDomain", "domain-public")
                .check(isPlain(name.ko()), "name.ko", "no-address")
                .check(isPlain(name.en()), "name.en", "no-address")
                .check(isPlain(contactName), "contactName", "no-address")
                .required(CONTACT_NAME_MAX, "contactName", contactName)
                .check(address.isPresent(), "contact", "email")
                .required(NEED_MAX, "need", words)
                .check(words.isEmpty() || words.length() >= NEED_MIN, "need", "too-short", NEED_MIN);
        for (Consent consent : Consent.required()) {
            violations.check(given.contains(consent), "consent." + consent.name(), "consent");
        }
        violations.refuse();
        return new ApplicationSheet(
                kind,
                name,
                country,
                registered.orElseThrow(),
                site,
                domain,
                contactName.strip(),
                address.orElseThrow(),
                words,
                language);
    }

    /** Names stand in a mail to an address that nobody has confirmed: they must lead nowhere. */
    private static boolean isPlain(@Nullable String text) {
        return text == null || !LEADS_SOMEWHERE.matcher(text).find();
    }

    private Optional<EmailAddress> address() {
        try {
            return Optional.of(new EmailAddress(contact));
        } catch (InvalidInputException noAddress) {
            return Optional.empty();
        }
    }

    private @Nullable String site() {
        String plain = WebAddress.blankAsNull(website);
        return plain == null || plain.contains("://") ? plain : "https://" + plain;
    }

    private @Nullable String domain() {
        String plain = WebAddress.blankAsNull(emailDomain);
        return plain == null ? null : plain.toLowerCase(Locale.ROOT).replaceFirst("^@", "");
    }
}
