package kr.nairl.platform.core.lab;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * Who the lab that runs this platform is. There is one; its words and colour are data.
 *
 * @param headline the first line of the front page
 * @param lead the paragraph below it
 * @param banner a note shown on every page; empty for none
 * @param offer what the lab offers partners, in the order shown
 * @param brandColour {@code #rrggbb} in lower case
 * @param version what an edit must name to be accepted; 0 before there is one
 */
public record Lab(
        String acronym,
        LocalizedText name,
        LocalizedText address,
        LocalizedText director,
        LocalizedText headline,
        LocalizedText lead,
        LocalizedText banner,
        List<OfferPoint> offer,
        String brandColour,
        int version) {

    public Lab {
        offer = List.copyOf(offer);
    }

    /** One thing that the lab offers partners. */
    public record OfferPoint(LocalizedText title, LocalizedText text) {}
}
