package kr.nairl.platform.core.federation;

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

/** When the realm is told of domains and providers: at once, and what it could not be told then, minutes later. */
@Configuration(proxyBeanMethods = false)
class FederationClockConfiguration {

    @Bean
    RecurringTask<Void> keepProvidersInStep(OwnProviders providers) {
        return Tasks.recurring("keep-providers-in-step", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> providers.keepInStep(Actor.Job.ONBOARDING));
    }

    @Bean
    AnnouncedWork tellProvidersAtOnce(OwnProviders providers, Changes changes, ObjectProvider<Scheduler> scheduler) {
        return new AnnouncedWork(
                "tell-providers",
                changes,
                Set.of(Changes.Kind.ORGANISATION),
                () -> scheduler.getIfAvailable() != null,
                () -> {
                    providers.keepInStep(Actor.Job.ONBOARDING);
                    return false;
                });
    }
}
