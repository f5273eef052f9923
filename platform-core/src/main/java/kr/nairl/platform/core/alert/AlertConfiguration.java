package kr.nairl.platform.core.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When is looked for what is new: each minute, which is soon after a change has settled, and a bounded number of alerts
 * each time. Every node hears of changes; the scheduler lets one of them look.
 */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    private static final Set<Changes.Kind> MATCHED = EnumSet.of(
            Changes.Kind.INTEREST,
            Changes.Kind.RESEARCHER,
            Changes.Kind.ORGANISATION,
            Changes.Kind.UPDATE,
            Changes.Kind.EVERYTHING);

    @Bean
    RecurringTask<Void> alertRegularly(AlertRounds rounds, SettledChanges settled, Clock clock) {
        return Tasks.recurring("alert-of-matches", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> rounds.check(Actor.Job.ALERTER, settled.settled(clock.instant())));
    }

    @Bean
    SettledChanges settledChanges() {
        return new SettledChanges();
    }

    @Bean(destroyMethod = "close")
    Changes.Subscription alertOfChanges(Changes changes, SettledChanges settled, Clock clock) {
        return changes.subscribe(change -> {
            if (MATCHED.contains(change.kind())) {
                settled.changed(clock.instant());
            }
        });
    }
}
