package kr.nairl.platform.core.lab;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * What the lab says about itself to everybody.
 *
 * @param banner a notice above every public page; empty for none
 * @param brandColour {@code #rrggbb}, lower case
 */
public record LabFront(
        String acronym,
        LocalizedText name,
        LocalizedText address,
        LocalizedText director,
        LocalizedText headline,
        LocalizedText lead,
        LocalizedText banner,
        List<Offer> offers,
        String brandColour) {

    public LabFront {
        offers = List.copyOf(offers);
    }

    /** One thing that partners find here. */
    public record Offer(LocalizedText title, LocalizedText text) {}
}
