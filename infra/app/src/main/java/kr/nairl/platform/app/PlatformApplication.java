package kr.nairl.platform.app;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the platform. */
@EnableVaadin("kr.nairl.platform.ui")
@SpringBootApplication(scanBasePackages = "kr.nairl.platform", proxyBeanMethods = false)
public class PlatformApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PlatformApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return new PlatformClock();
    }
}
