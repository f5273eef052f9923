package kr.nairl.platform.devservices;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The launcher behind infra/run: checks, then starts PostgreSQL, the mail server, Keycloak and the app, says when all is
 * ready, and waits. It ends when it is asked to (INT, TERM) or when one of them ends; then all end, last the database.
 * Nothing is started before every check has passed.
 */
public final class RunEverything {

    private static final long LEAST_FREE_BYTES = 2L * 1024 * 1024 * 1024;
    private static final String LEAST_FREE_PROPERTY = "platform.least-free-bytes";
    private static final Duration APP_PATIENCE = Duration.ofMinutes(10);
    private static final String MAIL_FROM = "platform@nairl.example";

    private final RunOptions options;
    private final Steps steps;
    private final Path data = Folders.data();
    private final Path cache = Folders.cache();
    private final Path appJar =
            Folders.named("PLATFORM_APP_JAR", Folders.infra().resolve("app/target/platform.jar"));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicReference<@Nullable CannotStart> failure = new AtomicReference<>();

    private RunEverything(RunOptions options, Steps steps) {
        this.options = options;
        this.steps = steps;
    }

    /**
     * Ends with 1 and one line on the error output when it cannot start or something ended by itself; after a signal
     * with that signal's usual code.
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var error = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var steps = new Steps(out, begin());
        try {
            new RunEverything(RunOptions.parse(arguments), steps).run();
        } catch (CannotStart e) {
            error.println(e.getMessage());
        }
        System.exit(1);
    }

    /** infra/run began before this JVM did and says when, in seconds since 1970. */
    private static long begin() {
        String since = System.getenv("PLATFORM_RUN_SINCE");
        long now = System.nanoTime();
        return since != null && since.matches("\\d{1,12}")
                ? now - Math.max(0, java.time.Clock.systemUTC().millis() - Long.parseLong(since) * 1000) * 1_000_000
                : now;
    }

    /** Returns when all is over; what still runs then, ends with this JVM, and only then the folder is free again. */
    private void run() {
        Children.OURS.afterwards(OnlyCopy.of(data, options.platformUrl())::close);
        Child.endOrphans(data.resolve("run"));
        check();
        KeycloakDistribution distribution = KeycloakDistribution.given();
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayStopping, "say-stopping"));
        if (options.reset()) {
            reset();
        }
        Children.OURS.afterwards(() -> steps.say("Stopped"));
        threads.execute(() -> start(distribution));
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        CannotStart reason = failure.get();
        if (reason != null && !stopping.get()) {
            throw reason;
        }
    }

    private void check() {
        var taken = new TreeMap<Integer, String>();
        takenInto(taken, options.port(), "the platform, --port");
        takenInto(taken, options.keycloakPort(), "Keycloak, --keycloak-port");
        takenInto(taken, options.mailPort(), "mail page, --mail-port");
        takenInto(taken, options.smtpPort(), "mail server, --smtp-port");
        if (!taken.isEmpty()) {
            var list = new ArrayList<String>();
            taken.forEach((port, use) -> list.add(port + " (" + use + ")"));
            throw new CannotStart((taken.size() == 1 ? "Port in use: " : "Ports in use: ") + String.join(", ", list)
                    + ". Stop what uses it, or choose another.");
        }
        if (!Files.isRegularFile(appJar)) {
            throw new CannotStart("The app is not built: " + appJar + " is not there; infra/run builds it.");
        }
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            long least = Long.getLong(LEAST_FREE_PROPERTY, LEAST_FREE_BYTES);
            if (free < least) {
                throw new CannotStart("Disk full: " + free / 1_000_000 + " MB are free for " + data + ", "
                        + least / 1_000_000 + " MB are needed. Free some, or set PLATFORM_DATA to a folder elsewhere.");
            }
        } catch (IOException e) {
            throw new CannotStart("The data folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void takenInto(Map<Integer, String> taken, int port, String use) {
        if (!Ports.isFree(port)) {
            taken.put(port, use);
        }
    }

    private void reset() {
        steps.say("Deleting all data in " + data);
        for (String part : List.of("postgres", "keycloak", "mail", "log", DevKeycloak.SURROUNDINGS, DevSecrets.FILE)) {
            Folders.delete(data.resolve(part));
        }
    }

    private void start(KeycloakDistribution distribution) {
        try {
            Future<?> built = threads.submit(() -> build(distribution));
            Future<DevMail> mail = threads.submit(this::startMail);
            Future<UnpackedApp> unpacking = threads.submit(() -> UnpackedApp.of(appJar, cache, data.resolve("run")));
            DevPostgres postgres = startPostgres();
            watch(postgres.child());
            DevMail page = of(mail);
            Future<?> keycloakReady = threads.submit(() -> {
                of(built);
                startKeycloak(distribution, postgres);
                return null;
            });
            Map<String, String> environment = appEnvironment(postgres);
            UnpackedApp unpacked = of(unpacking);
            Child app = startApp(unpacked, environment);
            watch(app);
            Future<?> appReady = threads.submit(() -> awaitApp(app));
            of(keycloakReady);
            of(appReady);
            if (over.getCount() > 0) {
                sayReady(page, postgres);
                unpacked.noteClasses(environment, data);
            }
        } catch (CannotStart e) {
            failure.compareAndSet(null, e);
            over.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void build(KeycloakDistribution distribution) {
        if (!distribution.isBuilt()) {
            steps.say("Keycloak: building it, once (about 40 s)");
            distribution.build();
            steps.say("Keycloak: built");
        }
    }

    private DevPostgres startPostgres() {
        boolean kept = Files.isDirectory(data.resolve("postgres"));
        steps.say(kept ? "PostgreSQL: starting with the data of " + data : "PostgreSQL: making a new database");
        DevPostgres postgres = DevPostgres.kept(data, cache, 0);
        steps.say("PostgreSQL: ready, port " + postgres.port());
        return postgres;
    }

    private DevMail startMail() {
        DevMail mail = DevMail.kept(data, options.smtpPort(), options.mailPort());
        steps.say("Mail: ready, " + mail.page());
        return mail;
    }

    private void startKeycloak(KeycloakDistribution distribution, DevPostgres postgres) {
        steps.say("Keycloak: starting");
        DevKeycloak keycloak = DevKeycloak.kept(data, distribution, postgres, options.keycloakPort(), surroundings());
        watch(keycloak.child());
        steps.say("Keycloak: ready, " + keycloak.url());
    }

    private DevKeycloak.Surroundings surroundings() {
        return new DevKeycloak.Surroundings(options.platformUrl(), "127.0.0.1", options.smtpPort(), MAIL_FROM);
    }

    private Map<String, String> appEnvironment(DevPostgres postgres) {
        Database database = postgres.platform();
        DevSecrets secrets = postgres.secrets();
        var environment = new HashMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(options.port()));
        environment.put("PLATFORM_URL", options.platformUrl());
        environment.put("PLATFORM_DB_URL", database.url());
        environment.put("PLATFORM_DB_APP_PASSWORD", database.appPassword());
        environment.put("PLATFORM_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("PLATFORM_KEYCLOAK_URL", "http://localhost:" + options.keycloakPort());
        environment.put("PLATFORM_KEYCLOAK_REALM", DevKeycloak.REALM);
        environment.put("PLATFORM_UI_CLIENT_SECRET", secrets.get("keycloak." + DevKeycloak.UI_CLIENT));
        environment.put("PLATFORM_ADMIN_CLIENT_SECRET", secrets.get("keycloak." + DevKeycloak.ADMIN_CLIENT));
        environment.put("PLATFORM_SMTP_HOST", "127.0.0.1");
        environment.put("PLATFORM_SMTP_PORT", Integer.toString(options.smtpPort()));
        environment.put("PLATFORM_MAIL_FROM", MAIL_FROM);
        environment.put("PLATFORM_PRIVATE_PROVIDERS", "true");
        environment.put("PLATFORM_DEMO", Boolean.toString(options.demo()));
        if (options.demo()) {
            environment.put("PLATFORM_DEMO_PASSWORD", DemoLogin.all().getFirst().password());
            environment.put("PLATFORM_DEMO_CODES", DemoLogin.sharedCodes());
        }
        return environment;
    }

    private Child startApp(UnpackedApp unpacked, Map<String, String> environment) {
        steps.say("App: starting" + (options.demo() ? ", with demo data" : ""));
        return Child.start(new Child.Program(
                "The app",
                Child.Stage.SERVER,
                unpacked.command(),
                environment,
                data.resolve("log").resolve("app.log"),
                data.resolve("run").resolve("app.pid"),
                "TERM",
                Duration.ofSeconds(30)));
    }

    private void awaitApp(Child app) {
        long end = System.nanoTime() + APP_PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(URI.create(options.platformUrl() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            while (over.getCount() > 0) {
                if (isReady(http, request)) {
                    steps.say("App: ready");
                    return;
                }
                if (System.nanoTime() > end) {
                    throw new CannotStart("The app was not ready in " + APP_PATIENCE.toMinutes() + " minutes (log: "
                            + app.log() + ")");
                }
                Thread.sleep(150);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void watch(Child child) {
        child.exit().thenAccept(code -> {
            if (!child.askedToStop()) {
                steps.say(child.name() + " ended unexpectedly (exit code " + code + "); stopping everything. Its log, "
                        + child.log() + ", ends with:\n" + child.lastLines(12));
                over.countDown();
            }
        });
    }

    private void sayReady(DevMail mail, DevPostgres postgres) {
        var lines = new StringBuilder("\nReady  " + options.platformUrl() + "\n\n");
        if (options.demo()) {
            lines.append("Demo logins\n");
            lines.append(Steps.table(DemoLogin.all().stream()
                            .map(login -> List.of(
                                    login.email(),
                                    login.password(),
                                    login.codes() == null ? "" : "+ code",
                                    login.roleEn(),
                                    login.roleKo(),
                                    login.name()))
                            .toList()))
                    .append(
                            "\n  + code: infra/run --code NAME, in another terminal; NAME is the part before the @\n\n");
        }
        lines.append(Steps.table(List.of(
                List.of("Mails", mail.page().toString()),
                List.of(
                        "Keycloak console",
                        "http://localhost:" + options.keycloakPort() + "/admin  user " + DevKeycloak.CONSOLE_USER
                                + ", password: keycloak.console in "
                                + postgres.secrets().file()),
                List.of(
                        "PostgreSQL",
                        postgres.platform().url() + "  user " + Database.OWNER + ", password: postgres."
                                + Database.OWNER + " in the same file"),
                List.of("Logs", data.resolve("log").toString()))));
        lines.append("\n\nCtrl-C stops everything; the data are kept.");
        steps.plain(lines.toString());
    }

    private void sayStopping() {
        if (stopping.compareAndSet(false, true) && over.getCount() > 0) {
            steps.say("Stopping");
        }
        over.countDown();
    }

    private static <T> T of(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotStart reason) {
                throw reason;
            }
            throw new CannotStart(String.valueOf(e.getCause()), e);
        }
    }
}
