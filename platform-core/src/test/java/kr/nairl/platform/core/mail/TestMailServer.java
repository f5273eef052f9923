package kr.nairl.platform.core.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A way to a mail server whose port a test sets; until then nobody listens. */
@Configuration(proxyBeanMethods = false)
class TestMailServer {

    @Bean
    JavaMailSenderImpl javaMailSender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(1);
        return sender;
    }
}
