package kr.nairl.platform.devservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL on the loopback address, ours from start to {@link #close()}, with the platform's and Keycloak's
 * databases and roles in it. Kept data survives any crash: it runs with fsync, full_page_writes and synchronous_commit
 * on (checked at every start) and recovers from its log. Temporary data is fast, unsafe and deleted at the end.
 */
public final class DevPostgres implements AutoCloseable {

    public static final String SUPERUSER = "postgres";
    public static final String PLATFORM = "platform";
    public static final String KEYCLOAK = "keycloak";

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "citext", "unaccent", "pgcrypto", "btree_gist");
    private static final String BLANK = "platform_blank";
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final int MAJOR_VERSION = 18;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final int PORT_ATTEMPTS = 3;

    private static final Map<String, String> KEPT = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on");
    private static final Map<String, String> FAST = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_connections", "200",
            "autovacuum_naptime", "10s");

    private final Path folder;
    private final DevSecrets secrets;
    private final List<Path> temporaryFolders;
    private final Child child;
    private final int port;

    private DevPostgres(Path folder, DevSecrets secrets, List<Path> temporaryFolders, Child child, int port) {
        this.folder = folder;
        this.secrets = secrets;
        this.temporaryFolders = temporaryFolders;
        this.child = child;
        this.port = port;
    }

    /** For tests: a new one in a temporary folder. */
    public static DevPostgres temporary() {
        Path folder = temporaryFolder();
        return start(folder, Folders.cache(), 0, FAST, List.of(folder));
    }

    /**
     * For tests that go on to {@link DevKeycloak#temporary}: one whose Keycloak database knows the realm already, copied
     * from one that the first such call prepares and keeps in the cache. Saves each later one most of its start.
     */
    public static DevPostgres temporaryForKeycloak() {
        Path folder = temporaryFolder();
        Folders.copy(PreparedKeycloak.in(Folders.cache()), folder);
        return start(folder, Folders.cache(), 0, FAST, List.of(folder));
    }

    private static Path temporaryFolder() {
        Path folder = Folders.temporary("platform-postgres-");
        Children.OURS.deleteAtTheEnd(folder);
        return folder;
    }

    /** As fast and unsafe as a temporary one, but its folder stays, to be copied once it is closed. */
    static DevPostgres toBeCopied(Path folder, Path cache) {
        return start(folder, cache, 0, FAST, List.of());
    }

    /**
     * Opens a data folder, making what is absent and recovering what was killed.
     *
     * @param dataFolder holds the cluster in {@code postgres}, logs in {@code log}, and the passwords' file
     * @param cache where the programs are unpacked
     * @param port 0 for any free one
     * @throws CannotStart when the folder is of another PostgreSQL, or the server does not come up
     */
    public static DevPostgres kept(Path dataFolder, Path cache, int port) {
        return start(dataFolder.toAbsolutePath(), cache.toAbsolutePath(), port, KEPT, List.of());
    }

    private static DevPostgres start(
            Path folder, Path cache, int wantedPort, Map<String, String> settings, List<Path> temporaryFolders) {
        var binaries = PostgresBinaries.in(cache);
        var secrets = DevSecrets.of(folder);
        Path cluster = folder.resolve("postgres");
        makeCluster(binaries, cluster, secrets);
        refuseOtherVersion(cluster);
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort == 0 ? Ports.free() : wantedPort;
            Child child = Child.start(program(binaries, folder, cluster, port, settings));
            var postgres = new DevPostgres(folder, secrets, temporaryFolders, child, port);
            try {
                postgres.awaitConnections();
                postgres.prepare();
                if (settings.equals(KEPT)) {
                    postgres.refuseUnsafe();
                }
                return postgres;
            } catch (SQLException e) {
                String why = child.isAlive() ? String.valueOf(e.getMessage()) : child.lastLines(5);
                child.stop();
                if (wantedPort != 0 || attempt == PORT_ATTEMPTS || !why.contains("could not bind")) {
                    throw new CannotStart("PostgreSQL did not come up: " + why + " (log: " + child.log() + ")", e);
                }
            }
        }
    }

    private static Child.Program program(
            PostgresBinaries binaries, Path folder, Path cluster, int port, Map<String, String> settings) {
        forgetOtherProcess(cluster);
        var arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        arguments.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
        arguments.addAll(List.of("-c", "unix_socket_directories="));
        arguments.addAll(List.of("-c", "timezone=UTC", "-c", "log_timezone=UTC"));
        return new Child.Program(
                "PostgreSQL",
                Child.Stage.STORE,
                binaries.command("postgres", arguments),
                Map.of("LC_ALL", "C", "PGTZ", "UTC"),
                folder.resolve("log").resolve("postgres.log"),
                folder.resolve("run").resolve("postgres.pid"),
                // Ends open sessions at once and leaves nothing to recover.
                "INT",
                Duration.ofSeconds(20));
    }

    private static void makeCluster(PostgresBinaries binaries, Path cluster, DevSecrets secrets) {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path fresh = cluster.resolveSibling("postgres.new");
        Path passwordFile = cluster.resolveSibling("postgres.password");
        try {
            Folders.delete(fresh);
            Files.createDirectories(fresh.getParent());
            Files.writeString(passwordFile, secrets.get("postgres.superuser") + "\n");
            Process initdb = new ProcessBuilder(binaries.command(
                            "initdb",
                            List.of(
                                    "-D",
                                    fresh.toString(),
                                    "-U",
                                    SUPERUSER,
                                    "-A",
                                    "scram-sha-256",
                                    "--pwfile",
                                    passwordFile.toString(),
                                    "-E",
                                    "UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--lc-ctype=" + characterTypes(),
                                    "--lc-collate=C",
                                    "--no-sync")))
                    .redirectErrorStream(true)
                    .start();
            String said;
            try (var reader = initdb.inputReader()) {
                said = String.join("\n", reader.readAllLines());
            }
            if (initdb.waitFor() != 0) {
                throw new CannotStart("PostgreSQL cannot make its data folder: " + said);
            }
            Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot make its data folder: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL made its data folder", e);
        } finally {
            Folders.delete(passwordFile);
        }
    }

    /** pg_trgm asks the system's locale, not PostgreSQL's own, what a letter is; in plain C it sees no Hangul. */
    private static String characterTypes() {
        return System.getProperty("os.name", "").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }

    private static void refuseOtherVersion(Path cluster) {
        try {
            String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!found.equals(Integer.toString(MAJOR_VERSION))) {
                throw new CannotStart("The data in " + cluster.getParent() + " are of PostgreSQL " + found + ", not "
                        + MAJOR_VERSION + ": start with --reset, or give another folder in PLATFORM_DATA.");
            }
        } catch (IOException e) {
            throw new CannotStart(cluster + " is no PostgreSQL data folder: " + e.getMessage(), e);
        }
    }

    /**
     * After a reboot the pid in PostgreSQL's own lock file may belong to any other program, which PostgreSQL takes for a
     * running server. Only such a file is removed: never while a process works in the folder.
     */
    private static void forgetOtherProcess(Path cluster) {
        Path lock = cluster.resolve("postmaster.pid");
        try {
            if (!Files.exists(lock)) {
                return;
            }
            long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            Optional<String> command =
                    ProcessHandle.of(pid).flatMap(handle -> handle.info().command());
            if (command.isPresent() && !command.get().endsWith("postgres")) {
                Files.delete(lock);
            }
        } catch (IOException | NumberFormatException e) {
            // PostgreSQL says itself what is wrong with the file.
        }
    }

    private void awaitConnections() throws SQLException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try (Connection connection = asSuperuser(SUPERUSER)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    throw new CannotStart(
                            "The passwords in " + secrets.file()
                                    + " do not fit the data beside it: start with --reset.",
                            e);
                }
                if (!child.isAlive() || System.nanoTime() > end) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was coming up", e);
        }
    }

    /** Whatever was there before, afterwards the roles, databases and extensions are there. */
    private void prepare() throws SQLException {
        try (Connection connection = asSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            role(statement, Database.OWNER);
            role(statement, Database.APP);
            role(statement, KEYCLOAK);
            if (isAbsent(statement, KEYCLOAK)) {
                statement.execute("CREATE DATABASE keycloak OWNER keycloak");
            }
            statement.execute("REVOKE ALL ON DATABASE keycloak FROM PUBLIC");
            if (isAbsent(statement, BLANK)) {
                statement.execute("CREATE DATABASE " + BLANK + " OWNER " + Database.OWNER);
            }
            protect(statement, BLANK);
        }
        extend(BLANK);
        try (Connection connection = asSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (isAbsent(statement, PLATFORM)) {
                statement.execute("CREATE DATABASE " + PLATFORM + " OWNER " + Database.OWNER + " TEMPLATE " + BLANK);
            }
            protect(statement, PLATFORM);
        }
        extend(PLATFORM);
    }

    private void role(Statement statement, String role) throws SQLException {
        try (var found = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            if (!found.next()) {
                statement.execute("CREATE ROLE " + role);
            }
        }
        statement.execute("ALTER ROLE " + role
                + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '"
                + secrets.get("postgres." + role) + "'");
    }

    private static boolean isAbsent(Statement statement, String database) throws SQLException {
        try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            return !found.next();
        }
    }

    /** A new database lets everyone in, and its rights are not copied with it. */
    private static void protect(Statement statement, String database) throws SQLException {
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + Database.APP);
    }

    private void extend(String database) throws SQLException {
        try (Connection connection = asSuperuser(database);
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        }
    }

    private void refuseUnsafe() throws SQLException {
        try (Connection connection = asSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String setting : KEPT.keySet()) {
                try (var shown = statement.executeQuery("SHOW " + setting)) {
                    if (!shown.next() || !"on".equals(shown.getString(1))) {
                        throw new SQLException("PostgreSQL runs with " + setting + " off: its data would not be safe");
                    }
                }
            }
        }
    }

    public int port() {
        return port;
    }

    /** The main database. */
    public Database platform() {
        return database(PLATFORM);
    }

    /** A new database like {@code platform} was at first: its roles and extensions, nothing else. */
    public Database freshDatabase(String name) {
        return copy(BLANK, name);
    }

    /** A new database with all that is in another, to which nobody may be connected meanwhile. */
    public Database copyOf(Database source, String name) {
        return copy(source.name(), name);
    }

    private Database copy(String source, String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (Connection connection = asSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + Database.OWNER + " TEMPLATE " + source);
            protect(statement, name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " cannot be made: " + e.getMessage(), e);
        }
        return database(name);
    }

    /** Deletes a database, ending what is connected to it. */
    public void drop(Database database) {
        try (Connection connection = asSuperuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database.name() + " cannot be dropped", e);
        }
    }

    private Database database(String name) {
        return new Database(
                name, url(name), secrets.get("postgres." + Database.OWNER), secrets.get("postgres." + Database.APP));
    }

    /** Keycloak's own database, in JDBC; its user is {@link #KEYCLOAK}. */
    String keycloakUrl() {
        return url(KEYCLOAK);
    }

    String keycloakPassword() {
        return secrets.get("postgres." + KEYCLOAK);
    }

    public DevSecrets secrets() {
        return secrets;
    }

    /** For tests and tools that look behind row-level security; the app never connects so. */
    public Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secrets.get("postgres.superuser"));
    }

    /**
     * People are known by their issuer, and here an issuer's address has a port in it: after a start on another port they
     * are known by the new one.
     */
    void letPeopleFollow(String issuer) {
        String realm = issuer.substring(issuer.indexOf("/realms/"));
        try (Connection all = asSuperuser(platform().name());
                PreparedStatement known = all.prepareStatement("SELECT to_regclass('platform.person') IS NOT NULL");
                ResultSet answer = known.executeQuery()) {
            if (answer.next() && answer.getBoolean(1)) {
                try (PreparedStatement move = all.prepareStatement(
                        "UPDATE platform.person SET issuer = ? WHERE issuer <> ? AND issuer LIKE ?")) {
                    move.setString(1, issuer);
                    move.setString(2, issuer);
                    move.setString(3, "http://localhost:%" + realm);
                    move.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new CannotStart("The people's issuer cannot follow Keycloak: " + e.getMessage(), e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Child child() {
        return child;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        child.stop();
        temporaryFolders.forEach(Folders::delete);
    }
}
