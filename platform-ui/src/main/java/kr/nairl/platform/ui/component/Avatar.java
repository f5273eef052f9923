package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/**
 * A person (round) or an organisation (square) as a small picture, or as initials where there is none. Hidden from
 * assistive technology: the name always stands beside it.
 */
public final class Avatar extends Span {
    private static final int ORGANISATION_COLOURS = 6;

    private Avatar(String initials) {
        super(initials);
        addClassName("avatar");
        getElement().setAttribute("aria-hidden", "true");
    }

    public static Avatar ofPerson(String name) {
        return new Avatar(Initials.ofPerson(name));
    }

    /**
     * An organisation.
     *
     * @param identity the organisation's id: its colour follows from it, so it is the same on every page and in both
     *     languages
     */
    public static Avatar ofOrganisation(String name, Object identity) {
        Avatar avatar = new Avatar(Initials.ofOrganisation(name));
        avatar.addClassNames(
                "square", "solid", "sp" + (Math.floorMod(identity.toString().hashCode(), ORGANISATION_COLOURS) + 1));
        return avatar;
    }

    /** A sub-project, by its number and in its colour. */
    public static Avatar ofSubProject(int number) {
        Avatar avatar = new Avatar(Integer.toString(number));
        avatar.addClassNames("square", Tone.subProject(number).css());
        return avatar;
    }

    /**
     * Shows a picture instead of the initials.
     *
     * @param source address of the picture, same origin
     */
    public Avatar withImage(String source) {
        removeAll();
        addClassName("pictured");
        add(new Image(source, ""));
        return this;
    }

    public Avatar large() {
        addClassName("large");
        return this;
    }
}
