package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.SetAsideReason.Side;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.research.StoredSubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * Where either side says that a match is not relevant. It leaves that side's ranking until it is taken back, and what it
 * says about the subject counts for other needs with the same topics.
 */
@Component
public class SetAsideDesk {

    private final Transactions transactions;
    private final StoredSetAsides stored;
    private final Interests interests;
    private final Researchers researchers;
    private final StoredSubProjects subProjects;
    private final AuditTrail audit;
    private final Clock clock;

    SetAsideDesk(
            Transactions transactions,
            StoredSetAsides stored,
            Interests interests,
            Researchers researchers,
            StoredSubProjects subProjects,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.interests = interests;
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a researcher or an area out of the ranking for an interest of the organisation acted for.
     *
     * @throws NotFoundException when that organisation has no such interest, for all who are not its members, and when
     *     there is no such researcher or area
     * @throws kr.nairl.platform.core.shared.InvalidInputException for a reason that only the other side gives
     */
    public void setAside(Actor actor, InterestId interest, Subject.Expert expert, SetAsideReason reason) {
        check(reason, Side.COMPANY);
        Actor.Person member = member(actor, interest);
        transactions.run(actor, () -> {
            requireOwn(member, interest);
            if (!exists(expert)) {
                throw new NotFoundException("no such researcher or area");
            }
            set(member, Side.COMPANY, interest, expert, reason);
        });
    }

    /**
     * Lets them into that ranking again.
     *
     * @throws NotFoundException when that organisation has no such interest, and for all who are not its members
     */
    public void restore(Actor actor, InterestId interest, Subject.Expert expert) {
        Actor.Person member = member(actor, interest);
        transactions.run(actor, () -> {
            requireOwn(member, interest);
            restore(member, Side.COMPANY, interest, expert);
        });
    }

    /**
     * What is set aside for an interest of the organisation acted for, last first.
     *
     * @throws NotFoundException when that organisation has no such interest, and for all who are not its members
     */
    public List<SetAside> ofInterest(Actor actor, InterestId interest) {
        Actor.Person member = member(actor, interest);
        return transactions.read(actor, () -> {
            requireOwn(member, interest);
            return shown(actor, stored.ofInterest(interest), Side.COMPANY);
        });
    }

    /**
     * Takes an interest out of the actor's own ranking.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher, or they see no such interest
     * @throws kr.nairl.platform.core.shared.InvalidInputException for a reason that only the other side gives
     */
    public void setNeedAside(Actor actor, InterestId interest, SetAsideReason reason) {
        check(reason, Side.RESEARCHER);
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            if (interests.visible(actor, List.of(interest)).stream().noneMatch(SetAsideDesk::rankedForResearchers)) {
                throw new NotFoundException("interest " + interest);
            }
            set(person, Side.RESEARCHER, interest, new Subject.Researcher(self), reason);
        });
    }

    /**
     * Lets it into the actor's own ranking again.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public void restoreNeed(Actor actor, InterestId interest) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> restore(person, Side.RESEARCHER, interest, new Subject.Researcher(self(person))));
    }

    /**
     * What the actor set aside and still may see, last first.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public List<SetAside> own(Actor actor) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.read(actor, () -> shown(actor, stored.ofResearcher(self(person)), Side.RESEARCHER));
    }

    private static boolean rankedForResearchers(InterestCard card) {
        return card.state() == InterestState.OPEN && Audience.MEMBERS.sees(card.audience());
    }

    private static void check(SetAsideReason reason, Side side) {
        new Violations().check(reason.isOf(side), "reason", "unknown").refuse();
    }

    private static Actor.Person member(Actor actor, InterestId interest) {
        if (actor instanceof Actor.Person person && person.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            return person;
        }
        throw new NotFoundException("interest " + interest);
    }

    private void requireOwn(Actor.Person member, InterestId interest) {
        if (interests.ofOrganisation(member.organisation(), interest).isEmpty()) {
            throw new NotFoundException("interest " + interest);
        }
    }

    private boolean exists(Subject.Expert expert) {
        return switch (expert) {
            case Subject.Researcher(ResearcherId id) ->
                researchers.unknown(List.of(id)).isEmpty();
            case Subject.Area(ResearchAreaId id) ->
                !subProjects.areas(List.of(id)).isEmpty();
        };
    }

    private void set(
            Actor.Person person, Side side, InterestId interest, Subject.Expert expert, SetAsideReason reason) {
        stored.set(side, new StoredSetAsides.Entry(interest, expert, reason, clock.instant()), person.id());
        audit.record(person, "match.set-aside", "interest", interest.value(), Map.of("reason", reason.name()));
    }

    private void restore(Actor.Person person, Side side, InterestId interest, Subject.Expert expert) {
        if (stored.restore(side, interest, expert)) {
            audit.record(person, "match.restored", "interest", interest.value(), Map.of());
        }
    }

    private List<SetAside> shown(Actor actor, List<StoredSetAsides.Entry> entries, Side side) {
        Map<Subject, Who> who = new HashMap<>();
        if (side == Side.RESEARCHER) {
            interests
                    .visible(
                            actor,
                            entries.stream()
                                    .map(StoredSetAsides.Entry::interest)
                                    .toList())
                    .forEach(card -> who.put(new Subject.Interest(card.id()), new Who.Interest(card)));
        } else {
            researchers
                    .cards(entries.stream()
                            .flatMap(entry -> entry.expert() instanceof Subject.Researcher(ResearcherId id)
                                    ? Optional.of(id).stream()
                                    : Optional.<ResearcherId>empty().stream())
                            .toList())
                    .forEach(card -> who.put(new Subject.Researcher(card.id()), new Who.Researcher(card)));
            subProjects
                    .areas(entries.stream()
                            .flatMap(entry -> entry.expert() instanceof Subject.Area(ResearchAreaId id)
                                    ? Optional.of(id).stream()
                                    : Optional.<ResearchAreaId>empty().stream())
                            .toList())
                    .forEach(card -> who.put(new Subject.Area(card.id()), new Who.Area(card)));
        }
        return entries.stream()
                .flatMap(entry -> Optional.ofNullable(
                        who.get(side == Side.RESEARCHER ? new Subject.Interest(entry.interest()) : entry.expert()))
                        .map(one -> new SetAside(one, entry.reason(), entry.at()))
                        .stream())
                .toList();
    }

    private ResearcherId self(Actor.Person person) {
        return researchers.of(person.id()).orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }
}
