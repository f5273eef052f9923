package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.BeginOutcome;
import kr.nairl.platform.core.collaboration.Beginning;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestMode;
import kr.nairl.platform.core.collaboration.RequestRefusal;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * Begins a request. With an addressee in the address it starts a draft and leads to it at once; without one the person
 * chooses whom to ask.
 */
@Route(value = "requests/new", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class RequestStartView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String INTEREST = "interest";
    static final String RESEARCHER = "researcher";
    static final String SUB_PROJECT = "subProject";

    private static final String TEXT = "q";
    private static final int SEARCH_AFTER_MILLIS = 400;
    private static final int TEXT_MAX = 100;

    private final transient RequestDesk desk;
    private final transient InterestDirectory interests;
    private final transient ResearcherDirectory researchers;
    private final transient SubProjects subProjects;
    private final transient CurrentActor current;
    private final TextField search = new TextField();
    private final Div header = new Div();
    private final Div found = new Div();
    private QueryParameters query = QueryParameters.empty();

    RequestStartView(
            RequestDesk desk,
            InterestDirectory interests,
            ResearcherDirectory researchers,
            SubProjects subProjects,
            CurrentActor current) {
        this.desk = desk;
        this.interests = interests;
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.current = current;
        search.setLabel(getTranslation("request.start.search"));
        search.setPlaceholder(getTranslation("request.start.search.hint"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_AFTER_MILLIS);
        search.setMaxLength(TEXT_MAX);
        search.setWidthFull();
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searched(change.getValue());
            }
        });
        found.addClassName("stack");
        addClassName("stack");
        add(header, search, found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("request.new.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        @Nullable
        InterestCard interest = query.getSingleParameter(INTEREST)
                .map(id -> interests.page(current.actor(), interestId(id)).card())
                .orElse(null);
        Beginning.@Nullable To to = addressee();
        @Nullable RequestRefusal refusal = null;
        if (to != null) {
            switch (desk.begin(
                    current.actor(), new Beginning(interest == null ? null : interest.id(), to, mode(interest)))) {
                case BeginOutcome.Begun begun -> {
                    entering.forwardTo(RequestEditView.class, RequestNavigation.parameters(begun.id()));
                    return;
                }
                case BeginOutcome.Refused refused -> refusal = refused.reason();
            }
        }
        choose(interest, refusal);
    }

    private void choose(@Nullable InterestCard interest, @Nullable RequestRefusal refusal) {
        Language language = Language.of(getLocale());
        header.removeAll();
        header.add(new PageHeader(getTranslation("request.new.title"))
                .withPath(
                        List.of(new RouterLink(getTranslation("requests.title"), RequestsView.class)),
                        getTranslation("request.new.path"))
                .withLead(
                        interest == null
                                ? getTranslation("request.start.lead")
                                : getTranslation(
                                        "request.start.lead.interest",
                                        interest.title().text(language))));
        String text = query.getSingleParameter(TEXT).orElse("");
        if (!search.getValue().equals(text)) {
            search.setValue(text);
        }
        found.removeAll();
        if (refusal != null) {
            found.add(AddresseeChoice.refused(this, refusal));
        }
        found.add(new AddresseeChoice(
                subProjects.all(current.actor()),
                researchers,
                current.actor(),
                text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text,
                query,
                interest == null ? null : interest.id(),
                language));
    }

    private Beginning.@Nullable To addressee() {
        @Nullable String researcher = query.getSingleParameter(RESEARCHER).orElse(null);
        if (researcher != null) {
            try {
                return new Beginning.ToResearcher(ResearcherId.of(researcher));
            } catch (IllegalArgumentException noId) {
                throw new NotFoundException();
            }
        }
        return query.getSingleParameter(SUB_PROJECT)
                .map(number -> subProjects.all(current.actor()).stream()
                        .map(SubProjectCard::name)
                        .filter(name -> Integer.toString(name.number()).equals(number))
                        .findFirst()
                        .map(name -> new Beginning.ToSubProject(name.id()))
                        .orElseThrow(NotFoundException::new))
                .orElse(null);
    }

    private static InterestId interestId(String text) {
        try {
            return InterestId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    private static RequestMode mode(@Nullable InterestCard interest) {
        return interest == null
                ? RequestMode.JOINT_RESEARCH
                : RequestMode.valueOf(interest.mode().name());
    }

    private void searched(String text) {
        Map<String, List<String>> next = new HashMap<>();
        query.getSingleParameter(INTEREST).ifPresent(id -> next.put(INTEREST, List.of(id)));
        if (!text.isBlank()) {
            next.put(TEXT, List.of(text.strip()));
        }
        UI.getCurrent().navigate(RequestStartView.class, new QueryParameters(next));
    }
}
