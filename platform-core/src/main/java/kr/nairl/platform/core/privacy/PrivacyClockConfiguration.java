package kr.nairl.platform.core.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When what is due is deleted, and when accounts are deleted that the identity provider did not take at once. */
@Configuration(proxyBeanMethods = false)
class PrivacyClockConfiguration {

    @Bean
    RecurringTask<Void> deleteWhatIsDue(Retention retention) {
        return Tasks.recurring("delete-what-is-due", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> retention.tick(Actor.Job.PRIVACY));
    }

    @Bean
    RecurringTask<Void> deleteErasedAccounts(OwnData data) {
        return Tasks.recurring("delete-erased-accounts", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> data.deleteAccounts(Actor.Job.PRIVACY));
    }
}
