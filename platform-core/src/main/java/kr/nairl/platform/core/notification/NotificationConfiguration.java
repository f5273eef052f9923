package kr.nairl.platform.core.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AnnouncedWork;
import kr.nairl.platform.core.shared.Changes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When people are told: at once when an event is announced, and regularly behind that. Only where a scheduler runs. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    RecurringTask<Void> tellRegularly(Notifier notifier) {
        return Tasks.recurring("tell-events", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    boolean more = true;
                    while (more) {
                        more = notifier.tell(Actor.Job.NOTIFIER).more();
                    }
                });
    }

    @Bean
    AnnouncedWork tellAtOnce(Notifier notifier, Changes changes, ObjectProvider<Scheduler> scheduler) {
        return new AnnouncedWork(
                "tell-events",
                changes,
                Set.of(Changes.Kind.EVENT),
                () -> scheduler.getIfAvailable() != null,
                () -> notifier.tell(Actor.Job.NOTIFIER).more());
    }
}
