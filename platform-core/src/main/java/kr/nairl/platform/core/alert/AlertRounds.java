package kr.nairl.platform.core.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for what is new. An alert is claimed, what is there is read as its owner, who may read no more than on the
 * pages, and what was not known becomes known in the transaction that writes the event which tells it: so nothing is
 * told twice, however many nodes look at once, and nothing is told of nothing.
 */
@Component
public class AlertRounds {

    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);

    /** So many alerts are checked in one round, so that a round leaves the machine to its people. */
    static final int BATCH = 100;

    private static final int INTERESTS_AT_ONCE = 500;
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration NOT_READY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Alerts alerts;
    private final Lookout lookout;
    private final Interests interests;
    private final Events events;
    private final Clock clock;

    AlertRounds(
            Transactions transactions,
            Alerts alerts,
            Lookout lookout,
            Interests interests,
            Events events,
            Clock clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.lookout = lookout;
        this.interests = interests;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param told alerts that had something to tell
     * @param failed alerts that could not be checked and are tried again
     */
    public record Round(int checked, int told, int failed) {}

    private enum Outcome {
        QUIET,
        TOLD,
        FAILED
    }

    /**
     * Checks whose turn it is, longest unchecked first, {@value #BATCH} at most.
     *
     * @param changed when what is matched last changed; null when it did not
     * @throws ForbiddenException for anybody but {@link Actor.Job#ALERTER}
     */
    public Round check(Actor actor, @Nullable Instant changed) {
        if (!actor.equals(Actor.Job.ALERTER)) {
            throw new ForbiddenException("only the alerter looks for what is new");
        }
        Instant now = clock.instant();
        List<Alerts.Claimed> turn = transactions.write(actor, () -> {
            alerts.watchOpenInterests(now, INTERESTS_AT_ONCE);
            return alerts.claim(now, changed, now.plus(CLAIM), BATCH);
        });
        int told = 0;
        int failed = 0;
        for (Alerts.Claimed claimed : turn) {
            switch (check(actor, claimed)) {
                case TOLD -> told++;
                case FAILED -> failed++;
                case QUIET -> {
                    // Nothing new.
                }
            }
        }
        return new Round(turn.size(), told, failed);
    }

    private Outcome check(Actor actor, Alerts.Claimed claimed) {
        Alert alert = claimed.alert();
        // What changes from here on is for the next check.
        Instant asked = clock.instant();
        try {
            List<Finding> there =
                    lookout.present(claimed.owner(), alert.watched()).orElse(null);
            if (there == null) {
                transactions.run(
                        actor, () -> alerts.postpone(alert.id(), clock.instant().plus(NOT_READY)));
                return Outcome.FAILED;
            }
            LocalizedText title = title(claimed.owner(), alert.watched());
            return transactions.write(actor, () -> settle(actor, alert, asked, title, there))
                    ? Outcome.TOLD
                    : Outcome.QUIET;
        } catch (NotFoundException | ForbiddenException | AuthorityEndedException | InvalidInputException notTheirs) {
            // They may not ask that any more, or not now: nothing is there for them.
            if (alert.begunAt() == null) {
                // It must not begin with nothing known.
                transactions.run(actor, () -> alerts.postpone(alert.id(), asked.plus(CLAIM)));
            } else {
                transactions.write(actor, () -> settle(actor, alert, asked, LocalizedText.EMPTY, List.of()));
            }
            return Outcome.QUIET;
        } catch (RuntimeException failed) {
            // Its claim runs out by itself, and the next ones have their turn.
            LOG.error("alert {} could not be checked", alert.id(), failed);
            return Outcome.FAILED;
        }
    }

    /** Answers whether there was anything to tell. */
    private boolean settle(Actor actor, Alert alert, Instant asked, LocalizedText title, List<Finding> there) {
        if (!alerts.hold(alert)) {
            return false;
        }
        Instant now = clock.instant();
        Instant begun = alert.begunAt();
        boolean first = begun == null;
        Set<Subject> unknown =
                alerts.know(alert.id(), there.stream().map(Finding::subject).toList(), first ? null : now);
        alerts.checked(
                alert.id(),
                begun == null ? now : begun,
                asked,
                alert.frequency().next(now));
        List<Finding> fresh = first
                ? List.of()
                : there.stream()
                        .filter(finding -> unknown.contains(finding.subject()))
                        .toList();
        if (fresh.isEmpty()) {
            return false;
        }
        AlertNews news = AlertNews.of(alert.id(), title, fresh, link(alert.watched()));
        // Each telling is a subject of its own, so that the inbox takes each.
        events.publish(actor, AlertNews.kind(alert.watched()), UUID.randomUUID(), news.detail());
        return true;
    }

    private LocalizedText title(Actor.Person owner, Watched watched) {
        return switch (watched) {
            case Watched.Experts(var interest, var threshold) ->
                transactions.read(owner, () -> interests.visible(owner, List.of(interest))).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("interest " + interest))
                        .title();
            case Watched.Needs needs -> LocalizedText.EMPTY;
            case Watched.Search search -> LocalizedText.of(search.name(), search.name());
        };
    }

    private static String link(Watched watched) {
        return switch (watched) {
            case Watched.Experts(var interest, var threshold) -> "/interests/" + interest + "/matches";
            case Watched.Needs needs -> "/matches";
            case Watched.Search search -> "/alerts";
        };
    }
}
