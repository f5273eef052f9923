package kr.nairl.platform.core.matching;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's matching engine in step with PostgreSQL. It reads as the indexing job on a thread of its own: everything
 * at the start, after the line of live changes was down, and when something changed that touches many subjects; otherwise
 * only the interest or researcher that changed. Changes that come close together are taken up together. When reading
 * fails, the engine keeps what it has and everything is read again a little later.
 */
@Component
@ForEveryone
public class MatchIndex implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MatchIndex.class);
    private static final long GATHER_MILLIS = 200;
    private static final long RETRY_MILLIS = 2_000;

    private final Transactions transactions;
    private final Concepts concepts;
    private final List<ExpertDocuments> documents;
    private final Interests interests;
    private final Changes changes;
    private final IndexedMatchEngine engine;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    /** Guarded by the lock, as are the next two: tickets of what was asked for and of what is in the engine. */
    private Pending pending = Pending.nothing();

    private long asked;
    private long done;
    private volatile @Nullable Thread thread;
    private Changes.@Nullable Subscription subscription;

    MatchIndex(
            Transactions transactions,
            Concepts concepts,
            List<ExpertDocuments> documents,
            Interests interests,
            Changes changes,
            IndexedMatchEngine engine) {
        this.transactions = transactions;
        this.concepts = concepts;
        this.documents = List.copyOf(documents);
        this.interests = interests;
        this.changes = changes;
        this.engine = engine;
    }

    /** What waits to be read. */
    private record Pending(boolean everything, Set<InterestId> interests, Set<ResearcherId> researchers) {

        static Pending nothing() {
            return new Pending(false, new HashSet<>(), new HashSet<>());
        }

        static Pending all() {
            return new Pending(true, new HashSet<>(), new HashSet<>());
        }
    }

    @Override
    public void start() {
        subscription = changes.subscribe(this::onChange);
        ask(Pending.all());
        // Known before it runs: it ends as soon as it is not the thread meant here.
        Thread fresh = Thread.ofPlatform().name("match-index").daemon().unstarted(this::keepUp);
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        Changes.Subscription open = subscription;
        subscription = null;
        if (open != null) {
            open.close();
        }
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /**
     * Waits until the engine holds everything that was committed before this call: for tests and for loading demo data.
     * Reads everything anew. Must not be called inside a transaction that wrote what is waited for.
     *
     * @throws IllegalStateException when that takes longer than the time given
     */
    public void awaitFresh(Duration atMost) {
        long ticket = ask(Pending.all());
        if (!reached(ticket, atMost)) {
            throw new IllegalStateException("the matching index was not fresh within " + atMost);
        }
    }

    /** Waits for the first reading, which begins when the node starts; answers whether it is there. */
    boolean awaitFirst(Duration atMost) {
        return reached(1, atMost);
    }

    private boolean reached(long ticket, Duration atMost) {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (done < ticket) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void onChange(Changes.Change change) {
        UUID id = change.id();
        switch (change.kind()) {
            case INTEREST -> ask(id == null ? Pending.all() : new Pending(false, Set.of(new InterestId(id)), Set.of()));
            case RESEARCHER ->
                ask(id == null ? Pending.all() : new Pending(false, Set.of(), Set.of(new ResearcherId(id))));
            // An update's author cannot be told from the id of a deleted one; a suspended company takes its interests
            // along.
            case UPDATE, ORGANISATION, EVERYTHING -> ask(Pending.all());
            case EVENT, MAIL, INBOX, REQUEST, MEMBERSHIP, LETTER -> {
                // Nothing that is matched.
            }
        }
    }

    private long ask(Pending more) {
        lock.lock();
        try {
            pending = new Pending(
                    pending.everything() || more.everything(),
                    union(pending.interests(), more.interests()),
                    union(pending.researchers(), more.researchers()));
            asked++;
            moved.signalAll();
            return asked;
        } finally {
            lock.unlock();
        }
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void keepUp() {
        while (thread == Thread.currentThread()) {
            try {
                awaitWork();
                Thread.sleep(GATHER_MILLIS);
                takeUp();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (thread != Thread.currentThread()) {
                    return;
                }
                LOG.warn("matching index: reading failed, trying again", failed);
                ask(Pending.all());
                try {
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private void awaitWork() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (done == asked) {
                moved.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void takeUp() {
        Pending work;
        long ticket;
        lock.lock();
        try {
            work = pending;
            ticket = asked;
            pending = Pending.nothing();
        } finally {
            lock.unlock();
        }
        if (work.everything() || !replace(work)) {
            rebuild();
        }
        lock.lock();
        try {
            done = ticket;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void rebuild() {
        long begin = System.nanoTime();
        record Everything(Glossary glossary, List<ExpertDocument> experts, List<NeedDocument> needs) {}
        Everything read = transactions.read(
                Actor.Job.INDEXER,
                () -> new Everything(
                        concepts.glossary(Actor.Job.INDEXER),
                        documents.stream()
                                .flatMap(source -> source.all().stream())
                                .toList(),
                        interests.allOpen().stream().map(NeedDocuments::of).toList()));
        engine.rebuild(read.glossary(), read.experts().stream(), read.needs().stream());
        LOG.info(
                "matching index: {} texts and {} interests read in {} ms",
                read.experts().size(),
                read.needs().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    /** False when a changed id is no researcher's, and so touches subjects that it does not name. */
    private boolean replace(Pending work) {
        for (ResearcherId researcher : work.researchers()) {
            Subject.Researcher subject = new Subject.Researcher(researcher);
            List<ExpertDocument> texts = transactions.read(
                    Actor.Job.INDEXER,
                    () -> documents.stream()
                            .flatMap(source -> source.about(List.of(subject)).stream())
                            .toList());
            if (texts.isEmpty()) {
                return false;
            }
            engine.replace(subject, texts);
        }
        if (!work.interests().isEmpty()) {
            List<InterestCard> found =
                    transactions.read(Actor.Job.INDEXER, () -> interests.visible(Actor.Job.INDEXER, work.interests()));
            for (InterestId interest : work.interests()) {
                engine.replace(new Subject.Interest(interest), openOne(found, interest));
            }
        }
        return true;
    }

    private static Optional<NeedDocument> openOne(Collection<InterestCard> found, InterestId interest) {
        return found.stream()
                .filter(card -> card.id().equals(interest) && card.state() == InterestState.OPEN)
                .map(NeedDocuments::of)
                .findFirst();
    }
}
