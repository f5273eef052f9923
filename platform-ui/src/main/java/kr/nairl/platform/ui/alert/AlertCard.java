package kr.nairl.platform.ui.alert;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.Alert;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.AlertLine;
import kr.nairl.platform.core.alert.Frequency;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.matching.MatchNavigation;

/** One alert: what it watches, how often it tells, and what it told last. Every change is stored at once. */
class AlertCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AlertLine line;
    private final transient Alert alert;
    private final transient AlertDesk desk;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final Command changed;
    private final String title;
    private final Select<Frequency> frequency;
    private final Select<Match.Strength> threshold;

    /** @param changed called after every change, so that the page shows what is stored */
    AlertCard(
            AlertLine line,
            SearchWords.Names names,
            AlertDesk desk,
            CurrentActor current,
            Clock clock,
            Command changed) {
        this.line = line;
        this.alert = line.alert();
        this.desk = desk;
        this.current = current;
        this.clock = clock;
        this.changed = changed;
        addClassName("alert");
        RouterLink link = link(names);
        title = link.getText();
        frequency = select("alerts.frequency", "alert.frequency.", List.of(Frequency.values()), alert.frequency());
        threshold = select(
                "alerts.threshold",
                "alert.threshold.",
                List.of(Match.Strength.GOOD, Match.Strength.STRONG),
                alert.watched() instanceof Watched.Matches matches ? matches.threshold() : Match.Strength.GOOD);
        threshold.setVisible(alert.watched() instanceof Watched.Matches);
        add(head(link), Columns.row(names.tags(alert.watched())), settings(), status());
        if (!line.latest().isEmpty()) {
            add(latest());
        }
    }

    private Div head(RouterLink link) {
        Div names = new Div(kind(), new H2(link));
        names.addClassName("alert-names");
        Div head = new Div(names);
        head.addClassName("alert-head");
        if (!(alert.watched() instanceof Watched.Experts)) {
            head.add(Buttons.icon(Glyph.TRASH_2, getTranslation("alerts.delete", title), click -> delete()));
        }
        return head;
    }

    private Tag kind() {
        String key = switch (alert.watched()) {
            case Watched.Experts experts -> "alert.kind.experts";
            case Watched.Needs needs -> "alert.kind.needs";
            case Watched.Researchers search -> "alert.kind.researchers";
            case Watched.Interests search -> "alert.kind.interests";
        };
        return new Tag(getTranslation(key), alert.watched() instanceof Watched.Matches ? Tone.BRAND : Tone.NEUTRAL);
    }

    private RouterLink link(SearchWords.Names names) {
        return switch (alert.watched()) {
            case Watched.Experts(var interest, var strength) ->
                MatchNavigation.forInterest(interest, line.interest().text(Language.of(getLocale())));
            case Watched.Needs needs -> MatchNavigation.toOwn(getTranslation("alert.needs.title"));
            case Watched.Search search -> names.link(search);
        };
    }

    private Div settings() {
        Div settings = new Div(frequency, threshold);
        settings.addClassName("alert-settings");
        return settings;
    }

    private <T extends Enum<T>> Select<T> select(String label, String words, List<T> offered, T now) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setItems(offered);
        select.setItemLabelGenerator(one -> getTranslation(words + one.name()));
        select.setValue(now);
        select.addValueChangeListener(this::store);
        return select;
    }

    private void store(AbstractField.ComponentValueChangeEvent<?, ?> change) {
        if (!change.isFromClient()) {
            return;
        }
        try {
            desk.change(current.actor(), alert.id(), frequency.getValue(), threshold.getValue(), alert.version());
            Toast.success(
                    frequency.getValue() == Frequency.OFF
                            ? getTranslation("alerts.off", title)
                            : getTranslation("alerts.saved", title));
        } catch (StaleException | NotFoundException meanwhile) {
            Toast.error(getTranslation("alerts.stale"));
        }
        changed.execute();
    }

    private void delete() {
        try {
            desk.delete(current.actor(), alert.id());
            Toast.undoable(getTranslation("alerts.deleted", title), getTranslation("alerts.undo"), () -> {
                try {
                    desk.add(current.actor(), alert.watched(), alert.frequency());
                } catch (InvalidInputException | NotFoundException meanwhile) {
                    Toast.error(getTranslation("alerts.stale"));
                }
                changed.execute();
            });
        } catch (StaleException | NotFoundException meanwhile) {
            Toast.error(getTranslation("alerts.stale"));
        }
        changed.execute();
    }

    private Paragraph status() {
        List<String> parts = new ArrayList<>();
        if (alert.frequency() == Frequency.OFF) {
            parts.add(getTranslation("alerts.status.off"));
        } else if (line.asleep()) {
            parts.add(getTranslation("alerts.status.asleep"));
        }
        Instant toldAt = line.toldAt();
        if (alert.begunAt() == null) {
            parts.add(getTranslation("alerts.status.fresh"));
        } else {
            parts.add(getTranslation("alerts.status.known", line.known()));
            parts.add(
                    toldAt == null
                            ? getTranslation("alerts.status.nothing")
                            : getTranslation(
                                    "alerts.status.told",
                                    line.told(),
                                    Formats.here().relative(toldAt, clock.instant())));
        }
        Paragraph status = new Paragraph(String.join(" ", parts));
        status.addClassNames("small", "dim", "alert-status");
        return status;
    }

    private Component latest() {
        Language language = Language.of(getLocale());
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        for (AlertLine.Told told : line.latest()) {
            Anchor link = new Anchor(
                    told.finding().link().substring(1), told.finding().name().text(language));
            link.addClassName("row-title");
            Div words = new Div(link);
            words.addClassName("row-words");
            if (!told.finding().why().isEmpty()) {
                Div why = new Div(told.finding().why().text(language));
                why.addClassName("row-detail");
                words.add(why);
            }
            RelativeTime time = new RelativeTime(told.at(), clock.instant());
            time.addClassName("row-end");
            rows.add(new ListItem(words, time));
        }
        H3 heading = new H3(getTranslation("alerts.latest"));
        heading.addClassNames("small", "dim");
        return new Div(heading, rows);
    }
}
