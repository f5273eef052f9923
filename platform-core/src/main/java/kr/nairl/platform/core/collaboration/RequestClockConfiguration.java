package kr.nairl.platform.core.collaboration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the clock looks for what is due: soon enough that a date on the screen is true to a few minutes. */
@Configuration(proxyBeanMethods = false)
class RequestClockConfiguration {

    @Bean
    RecurringTask<Void> tickRegularly(RequestClock requestClock) {
        return Tasks.recurring("remind-and-expire-requests", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> requestClock.tick(Actor.Job.CLOCK));
    }
}
