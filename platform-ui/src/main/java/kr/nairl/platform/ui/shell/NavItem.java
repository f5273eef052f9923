package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import kr.nairl.platform.ui.component.Glyph;

/**
 * One line of the navigation.
 *
 * @param key its name in the bundles is {@code nav.<key>}
 * @param target the route it leads to; lit while that route or one beneath it is open
 * @param count how many things wait there; 0 shows nothing
 */
public record NavItem(String key, Glyph icon, Class<? extends Component> target, int count) implements Serializable {}
