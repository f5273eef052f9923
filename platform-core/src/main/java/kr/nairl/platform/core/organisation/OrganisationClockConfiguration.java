package kr.nairl.platform.core.organisation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the identity provider is told what it could not be told before: minutes after it is back. */
@Configuration(proxyBeanMethods = false)
class OrganisationClockConfiguration {

    @Bean
    RecurringTask<Void> keepIdentityProviderInStep(Onboarding onboarding) {
        return Tasks.recurring("keep-identity-provider-in-step", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> onboarding.keepInStep(Actor.Job.ONBOARDING));
    }
}
