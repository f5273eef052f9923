package kr.nairl.platform.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.devservices.Database;
import kr.nairl.platform.devservices.DevKeycloak;
import kr.nairl.platform.devservices.DevPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole product with its demo data, once for all tests of a JVM: real PostgreSQL, real Keycloak, a real mail server
 * and the application on a free port. Ends with the JVM.
 */
final class RunningPlatform {

    /** The demo people's password in tests. */
    static final String PASSWORD = "nairl-demo-2025";

    private static final RunningPlatform ONLY = new RunningPlatform();

    private final DevPostgres postgres;
    private final Database database;
    private final DevKeycloak keycloak;
    private final GreenMail mail;
    private final ConfigurableApplicationContext application;
    private final String url;

    private RunningPlatform() {
        int port = freePort();
        url = "http://localhost:" + port;
        mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        postgres = DevPostgres.temporaryForKeycloak();
        database = postgres.platform();
        keycloak = DevKeycloak.temporary(
                postgres,
                new DevKeycloak.Surroundings(url, "127.0.0.1", mail.getSmtp().getPort(), "no-reply@nairl.example"));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("SERVER_PORT", port);
        settings.put("PLATFORM_URL", url);
        settings.put("PLATFORM_DB_URL", database.url());
        settings.put("PLATFORM_DB_APP_PASSWORD", database.appPassword());
        settings.put("PLATFORM_DB_OWNER_PASSWORD", database.ownerPassword());
        settings.put("PLATFORM_KEYCLOAK_URL", keycloak.url().toString());
        settings.put("PLATFORM_KEYCLOAK_REALM", DevKeycloak.REALM);
        settings.put("PLATFORM_UI_CLIENT_SECRET", postgres.secrets().get("keycloak." + DevKeycloak.UI_CLIENT));
        settings.put("PLATFORM_ADMIN_CLIENT_SECRET", postgres.secrets().get("keycloak." + DevKeycloak.ADMIN_CLIENT));
        settings.put("PLATFORM_SMTP_HOST", "127.0.0.1");
        settings.put("PLATFORM_SMTP_PORT", mail.getSmtp().getPort());
        settings.put("PLATFORM_DEMO", true);
        settings.put("PLATFORM_DEMO_PASSWORD", PASSWORD);
        SpringApplication platform = new SpringApplication(PlatformApplication.class);
        platform.setDefaultProperties(settings);
        platform.setRegisterShutdownHook(false);
        application = platform.run();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            application.close();
            keycloak.close();
            postgres.close();
            mail.stop();
        }));
    }

    static RunningPlatform get() {
        return ONLY;
    }

    /** Where browsers find it, without a slash at the end. */
    String url() {
        return url;
    }

    GreenMail mail() {
        return mail;
    }

    Database database() {
        return database;
    }

    DevKeycloak keycloak() {
        return keycloak;
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
