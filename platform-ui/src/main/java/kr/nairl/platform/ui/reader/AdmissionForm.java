package kr.nairl.platform.ui.reader;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.admission.ApplicationDraft;
import kr.nairl.platform.core.admission.Consent;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * The public form as it was sent, to show it again as it was. Fields have the names of {@link ApplicationDraft}.
 *
 * @param fields by name; what is missing counts as empty
 */
public record AdmissionForm(Map<String, String> fields) {

    /** People do not see this field; programs fill it. */
    public static final String TRAP = "fax";

    private static final List<OrganisationKind> KINDS =
            List.of(OrganisationKind.COMPANY, OrganisationKind.VENTURE_CAPITAL, OrganisationKind.INSTITUTE);

    static AdmissionForm of(Map<String, String> fields) {
        return new AdmissionForm(fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> readable(field.getValue()))));
    }

    /** Without the one character that neither a page nor the database can hold; nobody types it. */
    static String readable(String typed) {
        return typed.replace("\0", "");
    }

    static AdmissionForm empty(Language language) {
        return new AdmissionForm(Map.of("country", "KR", "numberKind", RegistrationNumber.Kind.KR_BUSINESS.name()));
    }

    /** What stands in the field. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Is the box ticked? */
    public boolean has(Consent consent) {
        return !get("consent." + consent.name()).isEmpty();
    }

    public List<OrganisationKind> kinds() {
        return KINDS;
    }

    public List<RegistrationNumber.Kind> numberKinds() {
        return List.of(RegistrationNumber.Kind.values());
    }

    public List<Consent> consents() {
        return List.of(Consent.values());
    }

    boolean isTrapped() {
        return !get(TRAP).isBlank();
    }

    ApplicationDraft draft(Language language) {
        return new ApplicationDraft(
                choice(OrganisationKind.class, get("kind"), OrganisationKind.COMPANY),
                LocalizedText.of(get("name.ko"), get("name.en")),
                get("country"),
                choice(RegistrationNumber.Kind.class, get("numberKind"), RegistrationNumber.Kind.KR_BUSINESS),
                get("number"),
                get("website"),
                get("emailDomain"),
                get("contactName"),
                get("contact"),
                get("need"),
                language,
                given());
    }

    /** Codes and names of all countries, Korea first, the others by their names. */
    static List<Country> countries(Language language) {
        Collator collator = Collator.getInstance(language.locale());
        Comparator<Country> byName = Comparator.comparing(Country::name, collator);
        return Stream.concat(
                        Stream.of(Country.of("KR", language)),
                        Arrays.stream(Locale.getISOCountries())
                                .filter(code -> !code.equals("KR"))
                                .map(code -> Country.of(code, language))
                                .sorted(byName))
                .toList();
    }

    private Set<Consent> given() {
        return Arrays.stream(Consent.values())
                .filter(this::has)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Consent.class)));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    /** A country to choose. */
    public record Country(String code, String name) {
        static Country of(String code, Language language) {
            return new Country(code, Locale.of("", code).getDisplayCountry(language.locale()));
        }
    }
}
