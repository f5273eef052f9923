package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import kr.nairl.platform.ui.component.Glyph;

/**
 * A line of the menu behind the person's card, such as the profile, settings, or acting for another organisation.
 *
 * @param key its name in the bundles is {@code account.<key>}
 */
public record AccountLink(String key, Glyph icon, Class<? extends Component> target) implements Serializable {}
