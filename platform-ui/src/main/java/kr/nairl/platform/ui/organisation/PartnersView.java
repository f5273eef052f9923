package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;

/** All partners as cards; what is searched for stands in the address. */
@Route(value = "partners", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class PartnersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String TEXT = "q";
    private static final String KIND = "kind";
    private static final int SIZE = 24;
    private static final int LONGEST_SEARCH = 100;
    private static final List<OrganisationKind> KINDS =
            List.of(OrganisationKind.COMPANY, OrganisationKind.VENTURE_CAPITAL, OrganisationKind.INSTITUTE);

    private final transient PartnerDirectory directory;
    private final transient CurrentActor current;
    private final TextField search = new TextField();
    private final Div head = new Div();
    private final Div found = new Div();
    private QueryParameters query = QueryParameters.empty();

    PartnersView(PartnerDirectory directory, CurrentActor current) {
        this.directory = directory;
        this.current = current;
        search.setLabel(getTranslation("organisation.search"));
        search.setPlaceholder(getTranslation("organisation.search.hint"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look(change.getValue().strip());
            }
        });
        found.getElement().setAttribute("aria-live", "polite");
        add(head, search, found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.partners");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        String text = query.getSingleParameter(TEXT).orElse("");
        text = text.substring(0, Math.min(text.length(), LONGEST_SEARCH));
        if (!search.getValue().strip().equals(text)) {
            search.setValue(text);
        }
        Set<OrganisationKind> kinds = query.getParameters(KIND).stream()
                .flatMap(value -> Arrays.stream(OrganisationKind.values())
                        .filter(kind -> kind.name().equals(value)))
                .collect(Collectors.toSet());
        Page<OrganisationCard> page = directory.search(
                current.actor(),
                new OrganisationFilter(text, kinds, true, null),
                new PageRequest(PageLinks.offset(query, SIZE), SIZE));
        show(page);
    }

    private void look(String text) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(query.getParameters());
        parameters.remove(FilterBar.PAGE);
        parameters.remove(TEXT);
        if (!text.isEmpty()) {
            parameters.put(TEXT, List.of(text));
        }
        getUI().ifPresent(ui -> ui.navigate(PartnersView.class, new QueryParameters(parameters)));
    }

    private void show(Page<OrganisationCard> page) {
        head.removeAll();
        PageHeader header = new PageHeader(getTranslation("organisation.partners.title"))
                .withLead(getTranslation("organisation.partners.lead", page.total()));
        if (current.actor().has(Role.LAB_MANAGER)) {
            header.withActions(Buttons.primaryLink(
                    getTranslation("organisation.invite.title"), InviteView.class, RouteParameters.empty()));
        }
        head.add(header);
        FilterBar filters = new FilterBar(
                        getTranslation("organisation.filter"), PartnersView.class, RouteParameters.empty(), query)
                .withAll(getTranslation("organisation.kind.all"), KIND);
        KINDS.forEach(kind -> filters.withToggle(OrganisationWords.kind(this, kind), Tone.NEUTRAL, KIND, kind.name()));
        found.removeAll();
        found.add(filters);
        if (page.items().isEmpty()) {
            found.add(new EmptyState(
                    Glyph.SEARCH, getTranslation("organisation.none"), getTranslation("organisation.none.advice")));
            return;
        }
        Div cards = new Div();
        cards.addClassName("partner-cards");
        page.items().forEach(card -> cards.add(new PartnerCard(card)));
        found.add(
                cards,
                new PageLinks(
                        getTranslation("organisation.pages"),
                        PartnersView.class,
                        RouteParameters.empty(),
                        query,
                        SIZE,
                        page.total()));
    }
}
