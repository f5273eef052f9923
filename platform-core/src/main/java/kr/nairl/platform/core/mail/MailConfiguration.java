package kr.nairl.platform.core.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AnnouncedWork;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.EmailAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When mails are sent: at once when one is announced, and regularly behind that. Only where a scheduler runs. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    SenderIdentity senderIdentity(
            @Value("${platform.mail.from:no-reply@platform.example}") String address,
            @Value("${platform.mail.from-name:}") String name) {
        return new SenderIdentity(new EmailAddress(address), name);
    }

    @Bean
    RecurringTask<Void> sendMailsRegularly(Mailer mailer) {
        return Tasks.recurring("send-mails", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) -> {
                    boolean more = true;
                    while (more) {
                        more = mailer.send(Actor.Job.MAILER).more();
                    }
                });
    }

    @Bean
    AnnouncedWork sendMailsAtOnce(Mailer mailer, Changes changes, ObjectProvider<Scheduler> scheduler) {
        return new AnnouncedWork(
                "send-mails",
                changes,
                Set.of(Changes.Kind.MAIL),
                () -> scheduler.getIfAvailable() != null,
                () -> mailer.send(Actor.Job.MAILER).more());
    }
}
