package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** A researcher's results: found by words, edited, and the key ones chosen and ordered that everybody sees first. */
@Route(value = "research/results", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class OwnResultsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 20;
    private static final int TYPING_MILLIS = 350;

    private final transient ResearcherDesk desk;
    private final transient CurrentActor current;
    private final TextField search = new TextField();
    private final Div toolbar = new Div(search);
    private final Div pins = Columns.stack();
    private final Div list = Columns.stack();
    private QueryParameters now = QueryParameters.empty();

    OwnResultsView(ResearcherDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
        toolbar.addClassName("toolbar");
        search.setLabel(getTranslation("results.search"));
        search.setPlaceholder(getTranslation("results.search.hint"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setMaxLength(ResearcherQuery.TEXT_MAX);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(
                        OwnResultsView.class, ResearcherQuery.with(now, ResearcherQuery.TEXT, typed.getValue())));
            }
        });
        add(
                new PageHeader(getPageTitle())
                        .withPath(
                                List.of(new RouterLink(getTranslation("research.title"), OwnResearchView.class)),
                                getPageTitle())
                        .withLead(getTranslation("results.lead"))
                        .withActions(
                                Buttons.link(
                                        getTranslation("results.import"),
                                        ResultImportView.class,
                                        RouteParameters.empty()),
                                Buttons.primaryLink(
                                        getTranslation("research.result.add"),
                                        ResultView.class,
                                        RouteParameters.empty())),
                Columns.stack(pins, new Div(toolbar, list)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("results.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        now = entering.getLocation().getQueryParameters();
        show(null);
    }

    private enum Tool {
        UP,
        DOWN,
        PIN
    }

    /** Which button of a result the keyboard stays at when all are made anew. */
    private record Focus(ResultId result, Tool tool) {}

    /** @param focus null for none */
    private void show(@Nullable Focus focus) {
        pins.removeAll();
        list.removeAll();
        try {
            ResearcherPage page = desk.own(current.actor());
            toolbar.setVisible(!page.results().isEmpty());
            if (page.results().isEmpty()) {
                list.add(new EmptyState(
                                Glyph.FILE_TEXT, getTranslation("results.none"), getTranslation("results.none.advice"))
                        .withAction(Buttons.link(
                                getTranslation("results.import"), ResultImportView.class, RouteParameters.empty())));
                return;
            }
            pins.add(pinned(page, focus));
            found(page, focus);
        } catch (NotFoundException unlinked) {
            toolbar.setVisible(false);
            list.add(new EmptyState(
                    Glyph.ID_CARD, getTranslation("research.unlinked"), getTranslation("research.unlinked.advice")));
        }
    }

    private ListCard pinned(ResearcherPage page, @Nullable Focus focus) {
        List<ResultId> ids = page.pinned();
        ListCard card = new ListCard(getTranslation("results.pinned"));
        card.withNote(getTranslation("results.pinned.count", ids.size(), ResearcherPage.MOST_PINNED));
        if (ids.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("results.pinned.none"));
            none.addClassName("dim");
            card.withRow(none);
        }
        for (int place = 0; place < ids.size(); place++) {
            ResultCard result = page.results().get(place);
            String title = result.title().text(ResearchWords.language());
            int at = place;
            Button up = Buttons.icon(
                    Glyph.CHEVRON_UP, getTranslation("results.pinned.up", title), click -> move(at, at - 1));
            up.setEnabled(place > 0);
            Button down = Buttons.icon(
                    Glyph.CHEVRON_DOWN, getTranslation("results.pinned.down", title), click -> move(at, at + 1));
            down.setEnabled(place < ids.size() - 1);
            Button off =
                    Buttons.icon(Glyph.X, getTranslation("results.pinned.off", title), click -> unpin(result.id()));
            if (focus != null && focus.result().equals(result.id()) && focus.tool() != Tool.PIN) {
                // At the end of the list there is no way on in the same direction.
                Button wanted = focus.tool() == Tool.UP ? up : down;
                (wanted.isEnabled() ? wanted : wanted == up ? down : up).focus();
            }
            Span number = new Span(Integer.toString(place + 1));
            number.addClassNames("pin-place", "num");
            Span detail = new Span(ResultRows.where(result));
            detail.addClassName("num");
            card.withRow(number, new Span(ResearchWords.text(result.title())), detail, Columns.row(up, down, off));
        }
        return card;
    }

    private void found(ResearcherPage page, @Nullable Focus focus) {
        String text = ResearcherQuery.of(now).text();
        if (!search.getValue().strip().equals(text)) {
            search.setValue(text);
        }
        List<ResultCard> passing =
                page.results().stream().filter(result -> holds(result, text)).toList();
        if (passing.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.SEARCH, getTranslation("results.unfound"), getTranslation("results.unfound.advice")));
            return;
        }
        int from = Math.min(PageLinks.offset(now, SIZE), passing.size());
        ListCard card = new ListCard(getTranslation("researcher.results.count", passing.size()));
        passing.subList(from, Math.min(from + SIZE, passing.size()))
                .forEach(result -> card.withRow(row(result, page.pinned(), focus)));
        list.add(
                card,
                new PageLinks(
                        getTranslation("researcher.results.pages"),
                        OwnResultsView.class,
                        RouteParameters.empty(),
                        now,
                        SIZE,
                        passing.size()));
    }

    private Div row(ResultCard result, List<ResultId> pinned, @Nullable Focus focus) {
        String title = result.title().text(ResearchWords.language());
        boolean isPinned = pinned.contains(result.id());
        Button pin = isPinned
                ? Buttons.quiet(getTranslation("results.unpin"), click -> unpin(result.id()))
                : Buttons.quiet(getTranslation("results.pin"), click -> pin(result.id()));
        pin.setAriaLabel(getTranslation(isPinned ? "results.pinned.off" : "results.pin.named", title));
        pin.setEnabled(isPinned || pinned.size() < ResearcherPage.MOST_PINNED);
        if (focus != null && focus.result().equals(result.id()) && focus.tool() == Tool.PIN) {
            pin.focus();
        }
        RouterLink edit = Buttons.link(
                getTranslation("research.result.edit"),
                ResultView.class,
                new RouteParameters(new RouteParam(ResultView.ID, result.id().toString())));
        edit.getElement().setAttribute("aria-label", getTranslation("results.edit.named", title));
        Div row = new Div(ResultRows.of(this, result), Columns.row(pin, edit));
        row.addClassName("editable");
        return row;
    }

    private void move(int from, int to) {
        List<ResultId> ids = new ArrayList<>(desk.own(current.actor()).pinned());
        // Another window may have taken one away.
        if (Math.max(from, to) < ids.size()) {
            Collections.swap(ids, from, to);
            desk.pin(current.actor(), ids);
            show(new Focus(ids.get(to), to < from ? Tool.UP : Tool.DOWN));
        } else {
            show(null);
        }
    }

    private void pin(ResultId id) {
        List<ResultId> ids = new ArrayList<>(desk.own(current.actor()).pinned());
        ids.add(id);
        desk.pin(
                current.actor(),
                ids.stream().distinct().limit(ResearcherPage.MOST_PINNED).toList());
        show(new Focus(id, Tool.PIN));
        Toast.success(getTranslation("results.pin.done"));
    }

    private void unpin(ResultId id) {
        List<ResultId> ids = new ArrayList<>(desk.own(current.actor()).pinned());
        List<ResultId> before = List.copyOf(ids);
        ids.remove(id);
        desk.pin(current.actor(), ids);
        show(new Focus(id, Tool.PIN));
        Toast.undoable(getTranslation("results.unpin.done"), getTranslation("import.undo"), () -> {
            desk.pin(current.actor(), before);
            show(new Focus(id, Tool.PIN));
        });
    }

    private static boolean holds(ResultCard result, String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(
                                result.title().ko(),
                                result.title().en(),
                                result.venue(),
                                result.doi(),
                                result.year() == null ? null : result.year().toString()),
                        result.topics().stream()
                                .flatMap(topic -> Stream.of(
                                        topic.label().ko(), topic.label().en())))
                .filter(Objects::nonNull)
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(words));
    }
}
