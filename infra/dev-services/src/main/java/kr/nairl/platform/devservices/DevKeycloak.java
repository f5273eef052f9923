package kr.nairl.platform.devservices;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Keycloak on the loopback address with the platform's realm, ours from start to {@link #close()}. It keeps all it
 * knows in the database {@code keycloak} of the PostgreSQL it is given. The realm is imported when that database has
 * none yet; a realm that is there follows the realm file and the platform's addresses.
 */
public final class DevKeycloak implements AutoCloseable {

    public static final String REALM = "nairl";
    public static final String UI_CLIENT = "platform-ui";
    public static final String API_CLIENT = "platform-api";
    public static final String API_CONSOLE_CLIENT = "platform-api-console";
    public static final String ADMIN_CLIENT = "platform-admin";
    public static final String CONSOLE_USER = "admin";

    static final String REALM_FILE = "nairl-realm.json";

    private static final Duration START_PATIENCE = Duration.ofMinutes(6);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    static final String SURROUNDINGS = "keycloak.surroundings";

    private final URI url;
    private final DevSecrets secrets;
    private final Child child;
    private final List<Path> temporaryFolders;

    private DevKeycloak(URI url, DevSecrets secrets, Child child, List<Path> temporaryFolders) {
        this.url = url;
        this.secrets = secrets;
        this.child = child;
        this.temporaryFolders = temporaryFolders;
    }

    /**
     * What the realm must know of its surroundings.
     *
     * @param platformUrl where browsers find the platform, without a slash at the end
     * @param mailFrom the sender of Keycloak's own mails (forgotten passwords)
     */
    public record Surroundings(String platformUrl, String smtpHost, int smtpPort, String mailFrom) {

        /** For tests that read no mail of Keycloak's. */
        public static Surroundings of(String platformUrl) {
            return new Surroundings(platformUrl, "127.0.0.1", 2525, "platform@nairl.example");
        }

        Map<String, String> placeholders(DevSecrets secrets) {
            return Map.of(
                    "PLATFORM_URL",
                    platformUrl,
                    "PLATFORM_SMTP_HOST",
                    smtpHost,
                    "PLATFORM_SMTP_PORT",
                    Integer.toString(smtpPort),
                    "PLATFORM_MAIL_FROM",
                    mailFrom,
                    "PLATFORM_UI_CLIENT_SECRET",
                    secrets.get("keycloak." + UI_CLIENT),
                    "PLATFORM_ADMIN_CLIENT_SECRET",
                    secrets.get("keycloak." + ADMIN_CLIENT));
        }
    }

    /**
     * For tests: on any free port, with the distribution that {@link KeycloakDistribution#given()} finds. What it knows
     * goes with the PostgreSQL.
     */
    public static DevKeycloak temporary(DevPostgres postgres, Surroundings surroundings) {
        Path folder = Folders.temporary("platform-keycloak-");
        Children.OURS.deleteAtTheEnd(folder);
        return start(folder, KeycloakDistribution.given(), postgres, Ports.free(), surroundings, List.of(folder));
    }

    /**
     * Starts it over a data folder, and returns when it answers.
     *
     * @param dataFolder its working files in {@code keycloak}, logs in {@code log}
     * @throws CannotStart when it does not come up
     */
    public static DevKeycloak kept(
            Path dataFolder,
            KeycloakDistribution distribution,
            DevPostgres postgres,
            int port,
            Surroundings surroundings) {
        return start(dataFolder.toAbsolutePath(), distribution, postgres, port, surroundings, List.of());
    }

    private static DevKeycloak start(
            Path dataFolder,
            KeycloakDistribution distribution,
            DevPostgres postgres,
            int port,
            Surroundings surroundings,
            List<Path> temporaryFolders) {
        distribution.build();
        DevSecrets secrets = postgres.secrets();
        Path home = dataFolder.resolve("keycloak");
        makeHome(home, distribution);
        var environment = new HashMap<>(surroundings.placeholders(secrets));
        environment.put("KC_DB_URL", postgres.keycloakUrl());
        environment.put("KC_DB_USERNAME", DevPostgres.KEYCLOAK);
        environment.put("KC_DB_PASSWORD", postgres.keycloakPassword());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", CONSOLE_USER);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.console"));
        URI url = URI.create("http://localhost:" + port);
        Child child = Child.start(new Child.Program(
                "Keycloak",
                Child.Stage.SERVER,
                command(home, url, distribution.classOptions(temporaryFolders.isEmpty())),
                environment,
                dataFolder.resolve("log").resolve("keycloak.log"),
                dataFolder.resolve("run").resolve("keycloak.pid"),
                "TERM",
                STOP_PATIENCE));
        var keycloak = new DevKeycloak(url, secrets, child, temporaryFolders);
        keycloak.awaitReady();
        keycloak.follow(postgres.folder().resolve(SURROUNDINGS), surroundings);
        postgres.letPeopleFollow(keycloak.issuer().toString());
        return keycloak;
    }

    /** As bin/kc.sh does it, but without a shell in between, so that our signals reach the server itself. */
    private static List<String> command(Path home, URI url, List<String> classOptions) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(classOptions);
        command.addAll(List.of(
                "-Xms64m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + url.getPort(),
                "--hostname=" + url));
        return command;
    }

    private static void makeHome(Path home, KeycloakDistribution distribution) {
        try {
            Path imports = home.resolve("data").resolve("import");
            Files.createDirectories(imports);
            Files.writeString(imports.resolve(REALM_FILE), text(REALM_FILE));
            LoginTheme.unpackInto(home.resolve("themes"));
            RefusedPasswords.writeInto(home);
            for (String part : List.of("lib", "conf", "providers")) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.folder().resolve(part));
            }
        } catch (IOException e) {
            throw new CannotStart("Keycloak's folder " + home + " cannot be made: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(url.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (true) {
                if (!child.isAlive()) {
                    throw new CannotStart(
                            "Keycloak ended while starting: " + child.lastLines(3) + " (log: " + child.log() + ")");
                }
                if (System.nanoTime() > end) {
                    child.stop();
                    throw new CannotStart("Keycloak did not come up in " + START_PATIENCE.toSeconds() + " s (log: "
                            + child.log() + ")");
                }
                if (answers(http, request)) {
                    return;
                }
                Thread.sleep(150);
            }
        } catch (InterruptedException e) {
            child.stop();
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while Keycloak was coming up", e);
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * An import skips a realm that exists, and knows no flows; so what our files say is set anew when they or the
     * surroundings changed.
     */
    private void follow(Path remembered, Surroundings surroundings) {
        try {
            String settings = realmFile(surroundings);
            String signIn = text(SignInRules.FILE);
            String now = surroundings + " " + Integer.toHexString((settings + signIn).hashCode());
            if (!Files.exists(remembered) || !Files.readString(remembered).equals(now)) {
                try (RealmAdmin realm = administration()) {
                    new RealmSettings(realm).set(settings);
                    new SignInRules(realm, signIn).set();
                }
            }
            Files.writeString(remembered, now);
        } catch (IOException e) {
            child.stop();
            throw new CannotStart("Keycloak's realm cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    RealmAdmin administration() throws IOException {
        return new RealmAdmin(url, REALM, CONSOLE_USER, consolePassword());
    }

    String realmFile(Surroundings surroundings) throws IOException {
        String text = text(REALM_FILE);
        for (var placeholder : surroundings.placeholders(secrets).entrySet()) {
            text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return text;
    }

    static String text(String file) throws IOException {
        try (InputStream in = DevKeycloak.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where it is, without a slash at the end; realms are below {@code /realms}. */
    public URI url() {
        return url;
    }

    public URI issuer() {
        return url.resolve("/realms/" + REALM);
    }

    public String uiClientSecret() {
        return secrets.get("keycloak." + UI_CLIENT);
    }

    public String adminClientSecret() {
        return secrets.get("keycloak." + ADMIN_CLIENT);
    }

    /** Of {@link #CONSOLE_USER}, who may do anything in the admin console. */
    public String consolePassword() {
        return secrets.get("keycloak.console");
    }

    Child child() {
        return child;
    }

    @Override
    public void close() {
        child.stop();
        temporaryFolders.forEach(Folders::delete);
    }
}
