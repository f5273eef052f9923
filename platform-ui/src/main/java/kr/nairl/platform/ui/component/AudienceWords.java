package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Span;
import kr.nairl.platform.core.shared.Audience;

/** The rungs of the visibility ladder in a word and an icon, the same on every page. */
public final class AudienceWords {

    private AudienceWords() {}

    /** Who sees it, in a word or two. */
    public static String word(Audience audience) {
        return Formats.here().translate("ladder." + audience.name());
    }

    public static Glyph glyph(Audience audience) {
        return switch (audience) {
            case PUBLIC -> Glyph.GLOBE;
            case MEMBERS -> Glyph.USERS;
            case ACCEPTED -> Glyph.HANDSHAKE;
            case NDA -> Glyph.LOCK;
        };
    }

    /** Says that not everybody sees what it stands beside. */
    public static Tag tag(Audience audience) {
        return new Tag(word(audience), audience == Audience.NDA ? Tone.WARN : Tone.NEUTRAL).withIcon(glyph(audience));
    }

    /** An icon and words beside it. */
    static Span line(Audience audience, String words) {
        Span line = new Span(glyph(audience).icon(), new Span(words));
        line.addClassName("audience");
        return line;
    }
}
