package kr.nairl.platform.core.admission;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When applications that nothing came of are looked for. */
@Configuration(proxyBeanMethods = false)
class AdmissionClockConfiguration {

    @Bean
    RecurringTask<Void> deleteOldApplications(Retention retention) {
        return Tasks.recurring("delete-old-applications", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> retention.tick(Actor.Job.ADMISSION));
    }
}
