package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways to the glossary and within it. */
public final class GlossaryNavigation {

    private GlossaryNavigation() {}

    /** The navigation's line. */
    public static NavItem item() {
        return new NavItem("glossary", Glyph.BOOKMARK, GlossaryView.class, 0);
    }

    /** A link with this text to a concept's page. */
    public static RouterLink toConcept(String slug, String text) {
        return new RouterLink(text, ConceptView.class, concept(slug));
    }

    static RouteParameters concept(String slug) {
        return new RouteParameters(new RouteParam(ConceptView.CONCEPT, slug));
    }

    static RouterLink toList(String text) {
        return new RouterLink(text, GlossaryView.class);
    }

    /** A link to the form for a new concept, with a label written in already. */
    static RouterLink toNew(String text, Language language, String label) {
        RouterLink link = Buttons.link(text, ConceptEditView.class, RouteParameters.empty());
        link.setQueryParameters(QueryParameters.simple(Map.of(language.code(), label)));
        return link;
    }
}
