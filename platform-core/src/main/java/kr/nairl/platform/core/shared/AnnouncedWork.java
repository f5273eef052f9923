package kr.nairl.platform.core.shared;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Background work that starts at once when one of its kinds of change is announced.
 *
 * <p>Runs on one thread of its own. However often it is woken while it works, it goes round once more, not once for each
 * announcement; it goes round again, too, as long as the work says that more waits. Work that throws is logged and
 * waits for the next announcement, or for the regular task that stands behind it. Stopping lets the round that runs
 * come to its end.
 */
public final class AnnouncedWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncedWork.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(20);

    private final String name;
    private final Changes changes;
    private final Set<Changes.Kind> kinds;
    private final BooleanSupplier wanted;
    private final BooleanSupplier work;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private Changes.@Nullable Subscription subscription;

    /**
     * @param name of the thread
     * @param kinds what wakes it; {@link Changes.Kind#EVERYTHING} always does
     * @param wanted asked once at the start: whether this node does background work at all
     * @param work one round; answers whether more waits
     */
    public AnnouncedWork(
            String name, Changes changes, Set<Changes.Kind> kinds, BooleanSupplier wanted, BooleanSupplier work) {
        this.name = name;
        this.changes = changes;
        this.kinds = Set.copyOf(kinds);
        this.wanted = wanted;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        if (isRunning() || !wanted.getAsBoolean()) {
            return;
        }
        Thread fresh = Thread.ofPlatform().name(name).daemon().unstarted(this::goRound);
        thread = fresh;
        fresh.start();
        subscription = changes.subscribe(change -> {
            if (change.kind() == Changes.Kind.EVERYTHING || kinds.contains(change.kind())) {
                wakeUps.release();
            }
        });
        // What was announced while this node was down.
        wakeUps.release();
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        if (subscription != null) {
            subscription.close();
        }
        wakeUps.release();
        try {
            running.join(LAST_ROUND);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void goRound() {
        while (isMine()) {
            try {
                wakeUps.acquire();
                wakeUps.drainPermits();
                boolean more = true;
                while (isMine() && more) {
                    more = work.getAsBoolean();
                }
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("{} failed and waits to be woken again", name, failed);
            }
        }
    }

    private boolean isMine() {
        return thread == Thread.currentThread();
    }
}
