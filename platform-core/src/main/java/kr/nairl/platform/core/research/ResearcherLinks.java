package kr.nairl.platform.core.research;

import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where else a researcher is found.
 *
 * @param homepage an http or https address
 * @param orcid an ORCID iD such as {@code 0000-0002-1825-0097} whose last sign fits the others; the address before it is
 *     taken off
 * @param scholar an http or https address of a list of publications, such as Google Scholar's
 */
public record ResearcherLinks(
        @Nullable String homepage,
        @Nullable String orcid,
        @Nullable String scholar) {

    public static final int ADDRESS_MAX = 300;

    /** No links. */
    public static final ResearcherLinks NONE = new ResearcherLinks(null, null, null);

    private static final Pattern ORCID_ADDRESS =
            Pattern.compile("^https?://(?:www\\.)?orcid\\.org/", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

    /** @throws kr.nairl.platform.core.shared.InvalidInputException naming every link that is refused */
    public ResearcherLinks {
        homepage = WebAddress.blankAsNull(homepage);
        scholar = WebAddress.blankAsNull(scholar);
        orcid = WebAddress.blankAsNull(orcid);
        orcid = orcid == null ? null : ORCID_ADDRESS.matcher(orcid).replaceFirst("");
        new Violations()
                .check(homepage == null || WebAddress.is(homepage), "homepage", "url")
                .atMost(ADDRESS_MAX, "homepage", homepage)
                .check(orcid == null || (ORCID.matcher(orcid).matches() && checkSignFits(orcid)), "orcid", "orcid")
                .check(scholar == null || WebAddress.is(scholar), "scholar", "url")
                .atMost(ADDRESS_MAX, "scholar", scholar)
                .refuse();
    }

    /** Are there none? */
    public boolean isEmpty() {
        return homepage == null && orcid == null && scholar == null;
    }

    /** ISO 7064 MOD 11-2, as ORCID computes it. */
    private static boolean checkSignFits(String orcid) {
        int total = 0;
        for (char sign : orcid.substring(0, orcid.length() - 1).toCharArray()) {
            if (sign != '-') {
                total = (total + Character.digit(sign, 10)) * 2;
            }
        }
        int rest = (12 - total % 11) % 11;
        return orcid.charAt(orcid.length() - 1) == (rest == 10 ? 'X' : Character.forDigit(rest, 10));
    }
}
