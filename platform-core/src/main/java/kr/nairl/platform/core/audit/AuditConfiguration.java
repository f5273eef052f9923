package kr.nairl.platform.core.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When entries are linked: within seconds, because until then one can still be taken away unseen. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    RecurringTask<Void> linkAuditTrail(AuditChain chain) {
        return Tasks.recurring("link-audit-trail", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> {
                    boolean more = true;
                    while (more) {
                        more = chain.link(Actor.Job.AUDITOR).more();
                    }
                });
    }
}
