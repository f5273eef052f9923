package kr.nairl.platform.core.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.alert.AlertNews;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.mail.Outbox;
import kr.nairl.platform.core.organisation.MailTopic;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.DomainEvent;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.update.UpdateId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells people what happened: turns each waiting event into notices in their inboxes and, where it matters to them at
 * once, into mails.
 *
 * <p>One event is one transaction that holds the event's row, writes everything and marks it handled; so any number of
 * nodes may work at once, and nobody is told twice or half. An event that cannot be told is left for later, longer each
 * time, and holds up none of the others. Nobody is told of what they did themselves.
 *
 * <p>Mails get this model: {@code recipient} (name), {@code link} (relative) and the notice's parameters in the
 * recipient's language ({@code title}, {@code organisation}, {@code researcher}, {@code subProject}, {@code side},
 * {@code reason}, {@code roles}); what is unknown is missing. Alerts have {@code count} (an integer) and {@code items},
 * each with {@code name}, {@code why}, {@code link} and, where it ranks, {@code strength}.
 */
@Component
public class Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final int BATCH = 100;
    /** The page on which people read what they may do for whom. */
    private static final String MEMBERSHIPS = "/account";

    private final Transactions transactions;
    private final WaitingEvents events;
    private final Recipients recipients;
    private final Notices notices;
    private final Outbox outbox;
    private final Changes changes;
    private final Clock clock;

    Notifier(
            Transactions transactions,
            WaitingEvents events,
            Recipients recipients,
            Notices notices,
            Outbox outbox,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.recipients = recipients;
        this.notices = notices;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param more whether the round was full, so that more may wait
     */
    public record Round(int told, int failed, boolean more) {}

    /**
     * Tells what waits, oldest first, up to a hundred events.
     *
     * @throws ForbiddenException for anybody but {@link Actor.Job#NOTIFIER}
     */
    public Round tell(Actor actor) {
        if (!actor.equals(Actor.Job.NOTIFIER)) {
            throw new ForbiddenException("only the notifier tells");
        }
        int told = 0;
        int failed = 0;
        while (told + failed < BATCH) {
            AtomicReference<@Nullable DomainEvent> current = new AtomicReference<>();
            try {
                if (!transactions.write(actor, () -> tellNext(actor, current))) {
                    return new Round(told, failed, false);
                }
                told++;
            } catch (RuntimeException cannotTell) {
                DomainEvent event = current.get();
                if (event == null) {
                    // Not this event's fault: the database is away.
                    throw cannotTell;
                }
                int times = transactions.write(actor, () -> events.failed(event.id(), clock.instant()));
                LOG.error("event {} ({}) could not be told, {} times now", event.id(), event.kind(), times, cannotTell);
                failed++;
            }
        }
        return new Round(told, failed, true);
    }

    private boolean tellNext(Actor actor, AtomicReference<@Nullable DomainEvent> current) {
        Instant now = clock.instant();
        DomainEvent event = events.lockNext(now).orElse(null);
        if (event == null) {
            return false;
        }
        current.set(event);
        switch (event.kind()) {
            case "request.sent", "request.answered", "request.withdrawn", "request.reminded" ->
                tellOfRequest(actor, event, true, false);
            case "request.question-asked", "request.accepted", "request.declined" ->
                tellOfRequest(actor, event, false, true);
            case "request.handed-over", "request.passed-on", "request.expired" ->
                tellOfRequest(actor, event, true, true);
            case "update.posted" -> tellOfUpdate(actor, event);
            case "membership.changed" -> tellOfMembership(actor, event);
            case "application.submitted", "application.answered" -> tellOfApplication(actor, event);
            case "alert.experts", "alert.needs", "alert.researchers", "alert.interests" -> tellOfAlert(actor, event);
            default -> {
                // Everything else concerns nobody's inbox.
            }
        }
        events.handled(event.id(), now);
        return true;
    }

    private void tellOfRequest(Actor actor, DomainEvent event, boolean addressees, boolean senders) {
        Recipients.RequestSides sides =
                recipients.ofRequest(new RequestId(event.subject())).orElse(null);
        if (sides == null) {
            return;
        }
        Map<String, LocalizedText> names = Map.of(
                "organisation", sides.organisation(),
                "researcher", sides.researcher(),
                "subProject", sides.subProject());
        Map<String, String> values = new HashMap<>();
        values.put("title", sides.title());
        String reason = event.detail().get("reason");
        if (reason != null) {
            values.put("reason", reason);
        }
        String link = "/requests/" + event.subject();
        Set<EmailAddress> written = new HashSet<>();
        for (RequestSide side : sidesToTell(addressees, senders)) {
            values.put("side", side.name());
            for (Recipient recipient : side == RequestSide.ADDRESSEE ? sides.addressees() : sides.senders()) {
                if (notify(event, recipient, names, values, link)) {
                    write(actor, event, recipient, written, model(recipient, names, values, link));
                }
            }
        }
        // Whose it was until now: whoever passed it on themselves is not told of their own step.
        String from = event.detail().get("from");
        if (from != null) {
            recipients.ofResearcher(ResearcherId.of(from)).ifPresent(former -> {
                values.put("side", RequestSide.ADDRESSEE.name());
                if (notify(event, former, names, values, link)) {
                    write(actor, event, former, written, model(former, names, values, link));
                }
            });
        }
    }

    private void tellOfUpdate(Actor actor, DomainEvent event) {
        recipients.ofUpdate(new UpdateId(event.subject())).ifPresent(update -> {
            Map<String, LocalizedText> names = Map.of(
                    "title", update.title(),
                    "researcher", update.researcher(),
                    "subProject", update.subProject());
            String link = "/updates/" + event.subject();
            Set<EmailAddress> written = new HashSet<>();
            for (Recipient follower : update.followers()) {
                if (notify(event, follower, names, Map.of(), link)) {
                    write(actor, event, follower, written, model(follower, names, Map.of(), link));
                }
            }
        });
    }

    private void tellOfApplication(Actor actor, DomainEvent event) {
        recipients.ofApplication(new ApplicationId(event.subject())).ifPresent(reviewers -> {
            Map<String, LocalizedText> names = Map.of("organisation", reviewers.organisation());
            String link = "/applications/" + event.subject();
            Set<EmailAddress> written = new HashSet<>();
            for (Recipient manager : reviewers.managers()) {
                if (notify(event, manager, names, Map.of(), link)) {
                    write(actor, event, manager, written, model(manager, names, Map.of(), link));
                }
            }
        });
    }

    private void tellOfMembership(Actor actor, DomainEvent event) {
        String organisation = event.detail().get("organisation");
        if (organisation == null) {
            return;
        }
        recipients
                .ofMembership(new PersonId(event.subject()), OrganisationId.of(organisation))
                .ifPresent(member -> {
                    Map<String, LocalizedText> names = Map.of("organisation", member.organisation());
                    Map<String, String> values = Map.of("roles", event.detail().getOrDefault("roles", ""));
                    if (notify(event, member.recipient(), names, values, MEMBERSHIPS)) {
                        write(
                                actor,
                                event,
                                member.recipient(),
                                new HashSet<>(),
                                model(member.recipient(), names, values, MEMBERSHIPS));
                    }
                });
    }

    private void tellOfAlert(Actor actor, DomainEvent event) {
        AlertNews news = AlertNews.of(event.detail()).orElse(null);
        if (news == null || news.items().isEmpty()) {
            return;
        }
        recipients.ofAlert(news.alert()).ifPresent(owner -> {
            Map<String, LocalizedText> names = Map.of(
                    "title", news.title(), "first", news.items().getFirst().name());
            Map<String, String> values = Map.of("count", Integer.toString(news.count()));
            if (notify(event, owner, names, values, news.link())) {
                Map<String, Object> model = model(owner, names, values, news.link());
                model.put("count", news.count());
                model.put(
                        "items",
                        news.items().stream()
                                .map(item -> itemModel(item, owner.language()))
                                .toList());
                write(actor, event, owner, new HashSet<>(), model);
            }
        });
    }

    private static Map<String, String> itemModel(AlertNews.Item item, Language language) {
        Map<String, String> model = new HashMap<>();
        model.put("name", item.name().text(language));
        model.put("why", item.why().text(language));
        model.put("link", item.link());
        if (item.strength() != null) {
            model.put("strength", item.strength().name());
        }
        return model;
    }

    /**
     * Queues a mail unless the person does without such mails, or this event was written to the address: two accounts may
     * share one, and one mail is enough.
     */
    private void write(
            Actor actor, DomainEvent event, Recipient recipient, Set<EmailAddress> written, Map<String, Object> model) {
        recipient
                .email()
                .filter(email -> MailTopic.of(event.kind())
                        .filter(recipient.mailsOff()::contains)
                        .isEmpty())
                .filter(written::add)
                .ifPresent(email -> outbox.queue(actor, event.id(), email, recipient.language(), event.kind(), model));
    }

    private static List<RequestSide> sidesToTell(boolean addressees, boolean senders) {
        List<RequestSide> sides = new ArrayList<>();
        if (addressees) {
            sides.add(RequestSide.ADDRESSEE);
        }
        if (senders) {
            sides.add(RequestSide.SENDER);
        }
        return sides;
    }

    private boolean notify(
            DomainEvent event,
            Recipient recipient,
            Map<String, LocalizedText> names,
            Map<String, String> values,
            String link) {
        if (recipient.person().equals(event.person())) {
            return false;
        }
        Map<String, String> parameters = new HashMap<>(values);
        names.forEach((name, text) -> {
            put(parameters, name + ".ko", text.ko());
            put(parameters, name + ".en", text.en());
        });
        UUID person = recipient.person().value();
        boolean isNew = notices.add(
                event.id(), recipient.person(), recipient.organisation(), event.kind(), parameters, link, event.at());
        if (isNew) {
            changes.announce(Changes.Kind.INBOX, person);
        }
        return isNew;
    }

    private static Map<String, Object> model(
            Recipient recipient, Map<String, LocalizedText> names, Map<String, String> values, String link) {
        Map<String, Object> model = new HashMap<>(values);
        names.forEach((name, text) -> {
            if (!text.isEmpty()) {
                model.put(name, text.text(recipient.language()));
            }
        });
        model.put("recipient", recipient.name().text(recipient.language()));
        model.put("link", link);
        return model;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
