package kr.nairl.platform.core.interest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the clock closes interests whose term is over: an hour late is early enough after a year. */
@Configuration(proxyBeanMethods = false)
class InterestClockConfiguration {

    @Bean
    RecurringTask<Void> expireInterestsRegularly(InterestDesk interestDesk) {
        return Tasks.recurring("expire-old-interests", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> interestDesk.expireOld(Actor.Job.CLOCK));
    }
}
