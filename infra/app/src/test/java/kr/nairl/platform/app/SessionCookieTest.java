package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The one setting for a server behind https gives the cookie both its mark and the name that browsers hold it to. */
class SessionCookieTest {

    @Test
    void behindHttpsItIsBoundToThisHostByItsName() throws IOException {
        StandardEnvironment environment = environment(Map.of("PLATFORM_SECURE_COOKIES", "true"));
        assertThat(environment.getProperty("server.servlet.session.cookie.name"))
                .startsWith("__Host-");
        assertThat(environment.getProperty("server.servlet.session.cookie.secure", Boolean.class))
                .isTrue();
        // what the prefix asks for besides
        assertThat(environment.getProperty("server.servlet.session.cookie.domain"))
                .isNull();
        assertThat(environment.getProperty("server.servlet.session.cookie.path"))
                .isNull();
        assertThat(environment.getProperty("server.servlet.context-path")).isNull();
    }

    @Test
    void onOnesOwnMachineItIsNot() throws IOException {
        StandardEnvironment environment = environment(Map.of());
        assertThat(environment.getProperty("server.servlet.session.cookie.name"))
                .isEqualTo("platform-session");
        assertThat(environment.getProperty("server.servlet.session.cookie.secure", Boolean.class))
                .isFalse();
    }

    private static StandardEnvironment environment(Map<String, Object> settings) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addFirst);
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        return environment;
    }
}
