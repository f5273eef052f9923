package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.lab.LabFigures;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.lab.WaitingRequest;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.ChartData;
import kr.nairl.platform.ui.component.ChartWithTable;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.HeatTable;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.StatCard;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.lab.LabNavigation;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;

/** A lab manager's home: figures, ties between partners and sub-projects, and what waits too long. */
class OverviewPanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int STRONG_FROM = 3;

    OverviewPanel(LabFigures figures, Instant now) {
        Formats formats = Formats.here();
        Language language = Language.of(formats.locale());
        add(
                new PageHeader(getTranslation("overview.title"))
                        .withContext(getTranslation("overview.asOf", formats.date(now))),
                Columns.stack(
                        numbers(figures, formats),
                        Columns.mainAndSide(ties(figures, language, now), waiting(figures, language)),
                        states(figures)));
    }

    private Div numbers(LabFigures figures, Formats formats) {
        int open = Stream.of(RequestState.SENT, RequestState.QUESTION_ASKED, RequestState.HANDED_OVER)
                .mapToInt(state -> figures.requestsByState().getOrDefault(state, 0))
                .sum();
        Double median = figures.medianDaysToFirstAnswer();
        return Columns.equal(
                new StatCard(
                        getTranslation("overview.accepted"),
                        formats.number(figures.requestsByState().getOrDefault(RequestState.ACCEPTED, 0))),
                new StatCard(getTranslation("overview.open"), formats.number(open))
                        .withTrend(
                                getTranslation(
                                        "overview.late",
                                        figures.waitingTooLong().size()),
                                figures.waitingTooLong().isEmpty() ? Tone.OK : Tone.WARN),
                new StatCard(
                        getTranslation("overview.median"),
                        median == null ? "–" : getTranslation("overview.days", formats.number(median, 1))),
                new StatCard(
                                getTranslation("overview.partners"),
                                formats.number(figures.partners().active()))
                        .withTrend(
                                getTranslation(
                                        "overview.proposing", figures.partners().proposing()),
                                Tone.NEUTRAL));
    }

    private Card ties(LabFigures figures, Language language, Instant now) {
        List<Integer> numbers = figures.ties().stream()
                .map(Tie::subProjectNumber)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        HeatTable table = new HeatTable(
                getTranslation("overview.ties"),
                getTranslation("overview.partner"),
                numbers.stream()
                        .map(number -> new HeatTable.Column(
                                getTranslation("subProject.short", number), Tone.subProject(number)))
                        .toList(),
                getTranslation("overview.lastContact"),
                STRONG_FROM);
        Map<OrganisationId, List<Tie>> byPartner = figures.ties().stream()
                .collect(Collectors.groupingBy(Tie::organisation, LinkedHashMap::new, Collectors.toList()));
        byPartner.values().forEach(ties -> {
            Instant last =
                    ties.stream().map(Tie::lastContact).max(Instant::compareTo).orElse(now);
            table.withRow(
                    OrganisationNavigation.toPartner(
                            ties.getFirst().organisationSlug(),
                            ties.getFirst().organisationName().text(language)),
                    numbers.stream()
                            .map(number -> ties.stream()
                                    .filter(tie -> number.equals(tie.subProjectNumber()))
                                    .mapToInt(Tie::sent)
                                    .sum())
                            .toList(),
                    new RelativeTime(last, now));
        });
        return new Card(getTranslation("overview.ties"), table)
                .withNote(getTranslation("overview.ties.note"))
                .withActions(LabNavigation.toTies(getTranslation("overview.ties.all")));
    }

    private ListCard waiting(LabFigures figures, Language language) {
        ListCard list = new ListCard(getTranslation("overview.waiting"));
        for (WaitingRequest one : figures.waitingTooLong()) {
            String organisation = one.organisationName().text(language);
            list.withRow(
                    Avatar.ofOrganisation(organisation, one.organisation()),
                    RequestNavigation.to(one.id(), one.title()),
                    new Span(organisation + " → " + one.researcherName().text(language)),
                    new Tag(getTranslation("overview.days", one.days()), Tone.WARN));
        }
        if (figures.waitingTooLong().isEmpty()) {
            list.withRow(new Span(getTranslation("overview.waiting.none")));
        }
        return list;
    }

    private Card states(LabFigures figures) {
        List<RequestState> states = Arrays.stream(RequestState.values())
                .filter(state -> state != RequestState.DRAFT)
                .toList();
        return new Card(
                getTranslation("overview.byState"),
                new ChartWithTable(
                        getTranslation("overview.byState"),
                        new ChartData(
                                ChartData.Kind.BARS,
                                getTranslation("overview.state"),
                                states.stream()
                                        .map(state -> getTranslation("request.state." + state.name()))
                                        .toList(),
                                List.of(new ChartData.Series(
                                        getTranslation("overview.requests"),
                                        Tone.BRAND,
                                        states.stream()
                                                .map(state -> (double) figures.requestsByState()
                                                        .getOrDefault(state, 0))
                                                .toList())))));
    }
}
