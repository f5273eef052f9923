package kr.nairl.platform.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.collaboration.RequestCast;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AnnouncedWork;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Transactions;
import org.junit.jupiter.api.Test;

/** The regular tasks on the real scheduler and its real table, and the wake-up that makes them quick. */
class BackgroundWorkTest {

    private final Changes changes = CoreDatabase.bean(Changes.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);

    @Test
    @SuppressWarnings("rawtypes")
    void theSchedulerRunsEveryTaskOnItsTableAsTheApplicationsRole() throws Exception {
        CoreDatabase.asOwner("DELETE FROM scheduled_tasks");
        var beans = CoreDatabase.bean(Surroundings.class).beans();
        Collection<RecurringTask> found =
                beans.getBeansOfType(RecurringTask.class).values();
        List<RecurringTask<?>> tasks = new ArrayList<>();
        found.forEach(task -> tasks.add((RecurringTask<?>) task));
        assertThat(tasks)
                .extracting(RecurringTask::getName)
                .contains("send-mails", "tell-events", "remind-and-expire-requests", "link-audit-trail");
        RequestCast cast = new RequestCast();
        cast.sent("Told by the scheduler");
        Scheduler scheduler = Scheduler.create(CoreDatabase.bean(DataSource.class))
                .startTasks(tasks)
                .tableName("platform.scheduled_tasks")
                .threads(3)
                .pollingInterval(Duration.ofMillis(200))
                .build();
        scheduler.start();
        try {
            Inbox inbox = CoreDatabase.bean(Inbox.class);
            assertThat(becomes(() -> inbox.unread(cast.scholar) == 1)).isTrue();
            assertThat(becomes(() -> scheduler.getScheduledExecutions().stream()
                            .allMatch(execution -> execution.getLastSuccess() != null)))
                    .isTrue();
        } finally {
            scheduler.stop();
        }
    }

    @Test
    void anAnnouncementStartsTheWorkAtOnceAndManyMakeOneMoreRound() throws Exception {
        BlockingQueue<Integer> rounds = new ArrayBlockingQueue<>(100);
        BlockingQueue<Boolean> goOn = new ArrayBlockingQueue<>(100);
        AtomicInteger count = new AtomicInteger();
        AnnouncedWork work = new AnnouncedWork("test-work", changes, Set.of(Changes.Kind.LETTER), () -> true, () -> {
            rounds.add(count.incrementAndGet());
            try {
                return Boolean.TRUE.equals(goOn.poll(10, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        work.start();
        try {
            // What was announced before it started.
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
            goOn.add(true);
            // More waits: again without an announcement.
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
            for (int i = 0; i < 20; i++) {
                announce(Changes.Kind.LETTER);
            }
            announce(Changes.Kind.INTEREST);
            Thread.sleep(500);
            goOn.add(false);
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(3);
            goOn.add(false);
            assertThat(rounds.poll(700, TimeUnit.MILLISECONDS)).isNull();
            announce(Changes.Kind.INTEREST);
            assertThat(rounds.poll(700, TimeUnit.MILLISECONDS)).isNull();
        } finally {
            goOn.add(false);
            work.stop();
        }
        assertThat(work.isRunning()).isFalse();
        announce(Changes.Kind.LETTER);
        assertThat(rounds.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void workThatThrowsIsWokenAgain() throws Exception {
        BlockingQueue<Integer> rounds = new ArrayBlockingQueue<>(100);
        AtomicInteger count = new AtomicInteger();
        AnnouncedWork work = new AnnouncedWork("failing-work", changes, Set.of(Changes.Kind.LETTER), () -> true, () -> {
            rounds.add(count.incrementAndGet());
            throw new IllegalStateException("no");
        });
        work.start();
        try {
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
            announce(Changes.Kind.LETTER);
            assertThat(rounds.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        } finally {
            work.stop();
        }
    }

    @Test
    void aNodeWithoutASchedulerDoesNoBackgroundWork() {
        CoreDatabase.bean(Surroundings.class)
                .beans()
                .getBeansOfType(AnnouncedWork.class)
                .values()
                .forEach(work -> assertThat(work.isRunning()).isFalse());
    }

    private void announce(Changes.Kind kind) {
        transactions.run(Actor.Job.SETUP, () -> changes.announce(kind, UUID.randomUUID()));
    }

    private static boolean becomes(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
