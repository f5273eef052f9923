package kr.nairl.platform.core.organisation;

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

/** When the identity provider is told: at once, and what it could not be told then, minutes after it is back. */
@Configuration(proxyBeanMethods = false)
class OrganisationClockConfiguration {

    @Bean
    RecurringTask<Void> keepIdentityProviderInStep(Onboarding onboarding) {
        return Tasks.recurring("keep-identity-provider-in-step", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> onboarding.keepInStep(Actor.Job.ONBOARDING));
    }

    @Bean
    AnnouncedWork tellIdentityProviderAtOnce(
            Onboarding onboarding, Changes changes, ObjectProvider<Scheduler> scheduler) {
        return new AnnouncedWork(
                "tell-identity-provider",
                changes,
                Set.of(Changes.Kind.ORGANISATION, Changes.Kind.MEMBERSHIP),
                () -> scheduler.getIfAvailable() != null,
                () -> {
                    onboarding.keepInStep(Actor.Job.ONBOARDING);
                    // What is not taken now waits for the clock, or a provider that is down would be asked without end.
                    return false;
                });
    }
}
