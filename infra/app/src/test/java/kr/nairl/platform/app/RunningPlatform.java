package kr.nairl.platform.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.devservices.Database;
import kr.nairl.platform.devservices.DemoLogin;
import kr.nairl.platform.devservices.DevKeycloak;
import kr.nairl.platform.devservices.DevPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole product with its demo data, once for all tests of a JVM: real PostgreSQL, real Keycloak, a real mail server
 * and the application on a free port. Ends with the JVM.
 */
public final class RunningPlatform {

    /** Far more than the tests of all doors need for one person, and few enough to be used up by one that tries. */
    public static final int API_REQUESTS_A_MINUTE = 3_000;

    /** The demo people's password in tests. */
    public static final String PASSWORD = "nairl-demo-2025";

    private static final RunningPlatform ONLY = new RunningPlatform();

    private final DevPostgres postgres;
    private final Database database;
    private final DevKeycloak keycloak;
    private final GreenMail mail;
    private final ConfigurableApplicationContext application;
    private final String url;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Set<String> usedCodes = new HashSet<>();

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
        settings.put("PLATFORM_PRIVATE_PROVIDERS", true);
        settings.put("PLATFORM_API_REQUESTS_A_MINUTE", API_REQUESTS_A_MINUTE);
        settings.put("PLATFORM_DEMO", true);
        settings.put("PLATFORM_DEMO_PASSWORD", PASSWORD);
        settings.put("PLATFORM_DEMO_CODES", DemoLogin.sharedCodes());
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

    public static RunningPlatform get() {
        return ONLY;
    }

    /** Where browsers find it, without a slash at the end. */
    public String url() {
        return url;
    }

    /** Does this person of the demo sign in with a code besides the password? */
    public boolean needsCode(String email) {
        return actor(email).roles().stream().anyMatch(Role::needsSecondFactor);
    }

    /**
     * A code of a person of the demo, as their authenticator app shows it. Keycloak takes each only once, and also the
     * one before and the one after; when all three are used, the next is waited for.
     */
    public synchronized String code(String email) {
        DemoLogin login = DemoLogin.all().stream()
                .filter(each -> each.codes() != null)
                .findFirst()
                .orElseThrow();
        while (true) {
            for (int seconds : List.of(0, 30, -30)) {
                String code = login.code(Instant.now().plusSeconds(seconds)).orElseThrow();
                if (usedCodes.add(email + code)) {
                    return code;
                }
            }
            try {
                Thread.sleep(1000);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(ended);
            }
        }
    }

    public GreenMail mail() {
        return mail;
    }

    public Database database() {
        return database;
    }

    /** The folder of the data and of the passwords that go with them. */
    public Path data() {
        return Objects.requireNonNull(postgres.secrets().file().getParent());
    }

    public DevKeycloak keycloak() {
        return keycloak;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public ConfigurableApplicationContext application() {
        return application;
    }

    /** The person with this address, acting for their only organisation, as if signed in. */
    public Actor.Person actor(String email) {
        try (Connection all = asSuperuser();
                PreparedStatement find = all.prepareStatement(
                        "SELECT person.id, membership.organisation_id, membership.roles FROM platform.person"
                                + " JOIN platform.membership ON membership.person_id = person.id"
                                + " WHERE person.email = ? AND membership.status = 'ACTIVE'")) {
            find.setString(1, email);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("nobody with the address " + email);
                }
                Set<Role> roles = Arrays.stream((String[]) row.getArray(3).getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet());
                return new Actor.Person(
                        new PersonId(row.getObject(1, UUID.class)),
                        new OrganisationId(row.getObject(2, UUID.class)),
                        roles,
                        Actor.LoginStrength.MULTI_FACTOR,
                        Instant.now());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * Ends this membership behind the product's back, or lets it go on.
     *
     * @param status {@code ACTIVE} or {@code REMOVED}
     */
    public void membership(Actor.Person person, String status) throws SQLException {
        try (Connection all = asSuperuser();
                PreparedStatement change =
                        all.prepareStatement("UPDATE platform.membership SET status = ?, removed_at = CASE WHEN ? ="
                                + " 'REMOVED' THEN now() END WHERE person_id = ? AND organisation_id = ?")) {
            change.setString(1, status);
            change.setString(2, status);
            change.setObject(3, person.id().value());
            change.setObject(4, person.organisation().value());
            if (change.executeUpdate() != 1) {
                throw new IllegalStateException("not one membership of " + person);
            }
        }
    }

    /** How many organisations the person with this address belongs to. */
    public int memberships(String email) throws SQLException {
        try (Connection all = asSuperuser();
                PreparedStatement count = all.prepareStatement("SELECT count(*) FROM platform.membership"
                        + " JOIN platform.person ON person.id = membership.person_id"
                        + " WHERE person.email = ? AND membership.status = 'ACTIVE'")) {
            count.setString(1, email);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** What the application was started with. */
    public Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    /** A database of its own, empty but for its roles and extensions, for another copy of the application. */
    public Database freshDatabase(String name) {
        return postgres.freshDatabase(name);
    }

    /** A connection to such a database that no policy holds. */
    public Connection asSuperuser(Database other) throws SQLException {
        return postgres.asSuperuser(other.name());
    }

    /** A connection that no policy holds, to prepare what a test needs and to look behind the fences. */
    public Connection asSuperuser() throws SQLException {
        return postgres.asSuperuser(database.name());
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
