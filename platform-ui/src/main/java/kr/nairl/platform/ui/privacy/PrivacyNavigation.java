package kr.nairl.platform.ui.privacy;

import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.AccountLink;

/** The way from other pages to one's own data. */
public final class PrivacyNavigation {

    private PrivacyNavigation() {}

    /** A line of the menu behind the person's card. */
    public static AccountLink link() {
        return new AccountLink("privacy", Glyph.SHIELD_CHECK, PrivacyView.class);
    }
}
