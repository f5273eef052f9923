package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Tone;
import org.jspecify.annotations.Nullable;

/** A search field and chips; each choice is an address of the list. */
class OpportunityFilters extends Div {

    static final String TEXT = "q";
    static final String MODE = "mode";
    static final String SUB_PROJECT = "subProject";
    static final String TOPIC = "topic";

    @Serial
    private static final long serialVersionUID = 1L;

    OpportunityFilters(String text, List<SubProjectCard> subProjects, @Nullable Concept topic, QueryParameters query) {
        addClassName("opportunity-filters");
        TextField search = new TextField(getTranslation("opportunities.search"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setPlaceholder(getTranslation("opportunities.search.hint"));
        search.setValue(text);
        search.setClearButtonVisible(true);
        search.setMaxLength(100);
        search.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(
                OpportunitiesView.class, with(query, TEXT, change.getValue().strip()))));
        FilterBar modes = bar("opportunities.filter.mode", query).withAll(getTranslation("opportunities.modes"), MODE);
        for (CollaborationMode mode : CollaborationMode.values()) {
            modes.withChoice(getTranslation("mode." + mode.name()), Tone.NEUTRAL, MODE, mode.name());
        }
        FilterBar projects = bar("opportunities.filter.subProject", query)
                .withAll(getTranslation("opportunities.subProjects"), SUB_PROJECT);
        subProjects.forEach(card -> {
            int number = card.name().number();
            projects.withChoice(
                    getTranslation("subProject.short", number),
                    Tone.subProject(number),
                    SUB_PROJECT,
                    Integer.toString(number));
        });
        if (topic != null) {
            projects.withChoice(topic.label().text(Language.of(getLocale())), Tone.BRAND, TOPIC, topic.slug());
        }
        add(search, modes, projects);
    }

    /** Topics as links that narrow the list to them. */
    static Div topics(List<Topic> topics, Language language, QueryParameters query) {
        Div row = Columns.row();
        for (Topic topic : topics) {
            RouterLink link = new RouterLink(topic.label().text(language), OpportunitiesView.class);
            link.setQueryParameters(with(query, TOPIC, topic.slug()));
            link.setHighlightCondition(HighlightConditions.never());
            link.addClassNames("tag", Tone.NEUTRAL.css());
            row.add(link);
        }
        return row;
    }

    private FilterBar bar(String key, QueryParameters query) {
        return new FilterBar(getTranslation(key), OpportunitiesView.class, RouteParameters.empty(), query);
    }

    private static QueryParameters with(QueryParameters query, String parameter, String value) {
        Map<String, List<String>> next = new LinkedHashMap<>(query.getParameters());
        next.remove(FilterBar.PAGE);
        next.remove(parameter);
        if (!value.isEmpty()) {
            next.put(parameter, List.of(value));
        }
        return new QueryParameters(next);
    }
}
