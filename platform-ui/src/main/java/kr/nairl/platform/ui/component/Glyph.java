package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * The outline icons of {@code icons.css}. They only accompany words: each is hidden from assistive technology, and a
 * control that shows nothing else gets its name through {@link Buttons#icon}.
 */
public enum Glyph {
    ARROW_LEFT,
    ARROW_RIGHT,
    BELL,
    BOOKMARK,
    BUILDING_2,
    CALENDAR,
    CHART_COLUMN,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE_ALERT,
    CIRCLE_CHECK,
    CIRCLE_HELP,
    CLIPBOARD_CHECK,
    CLOCK,
    DOWNLOAD,
    ELLIPSIS,
    EXTERNAL_LINK,
    EYE,
    EYE_OFF,
    FILE_TEXT,
    FILTER,
    FLASK_CONICAL,
    GLOBE,
    HANDSHAKE,
    HISTORY,
    HOUSE,
    ID_CARD,
    INBOX,
    INFO,
    KANBAN,
    LAYOUT_DASHBOARD,
    LIGHTBULB,
    LINK,
    LOCK,
    LOG_OUT,
    MAIL,
    MAP_PIN,
    MENU,
    MESSAGE_SQUARE,
    MONITOR,
    MOON,
    NEWSPAPER,
    PAPERCLIP,
    PENCIL,
    PLUS,
    REFRESH_CW,
    RSS,
    SEARCH,
    SEND,
    SETTINGS,
    SHIELD_CHECK,
    SLIDERS_HORIZONTAL,
    SPARKLES,
    STAR,
    SUN,
    TABLE,
    TAGS,
    TARGET,
    TRASH_2,
    TRIANGLE_ALERT,
    UNDO_2,
    UPLOAD,
    USER,
    USER_CHECK,
    USER_PLUS,
    USERS,
    X;

    /** A new span that shows this icon in the colour and size of the text beside it. */
    public Span icon() {
        Span icon = new Span();
        icon.addClassNames("glyph", "glyph-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
