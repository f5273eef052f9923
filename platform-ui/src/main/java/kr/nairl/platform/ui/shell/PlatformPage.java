package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;

/** The page that the application runs in: its style sheets, in this order, and a connection that the server can push on. */
@Push
@StyleSheet("context://styles/fonts.css")
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/icons.css")
@StyleSheet("context://styles/vaadin.css")
@StyleSheet("context://styles/components.css")
@StyleSheet("context://styles/dense-table.css")
@StyleSheet("context://styles/research.css")
@StyleSheet("context://styles/interest.css")
@StyleSheet("context://styles/request.css")
@StyleSheet("context://styles/editor.css")
@StyleSheet("context://styles/organisation.css")
@StyleSheet("context://styles/ladder.css")
@StyleSheet("context://styles/glossary.css")
@StyleSheet("context://styles/alert.css")
public class PlatformPage implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addFavIcon("icon", "favicon.svg", "any");
    }
}
