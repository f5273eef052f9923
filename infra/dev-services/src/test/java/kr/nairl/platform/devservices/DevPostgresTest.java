package kr.nairl.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevPostgresTest {

    private static DevPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = DevPostgres.temporary();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void rowLevelSecurityHoldsForTheAppAndEvenForTheOwner() throws SQLException {
        Database database = postgres.freshDatabase("fences");
        try (Connection owner = database.asOwner()) {
            execute(
                    owner,
                    "CREATE TABLE secret (text text)",
                    "INSERT INTO secret VALUES ('x')",
                    "ALTER TABLE secret ENABLE ROW LEVEL SECURITY",
                    "ALTER TABLE secret FORCE ROW LEVEL SECURITY",
                    "GRANT SELECT ON secret TO platform_app");
            assertThat(column(owner, "SELECT text FROM secret")).isEmpty();
        }
        try (Connection app = database.asApp()) {
            assertThat(column(app, "SELECT text FROM secret")).isEmpty();
            assertThatThrownBy(() -> execute(app, "SET row_security = off", "SELECT * FROM secret"))
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> execute(app, "ALTER TABLE secret DISABLE ROW LEVEL SECURITY"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute(app, "SET ROLE platform_owner")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "ALTER ROLE platform_app BYPASSRLS"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "CREATE TABLE own (x int)"))
                    .hasMessageContaining("permission denied");
        }
        try (Connection superuser = postgres.asSuperuser("fences")) {
            assertThat(column(superuser, "SELECT text FROM secret")).containsExactly("x");
        }
    }

    @Test
    void eachRoleEntersOnlyItsOwnDatabaseAndOnlyWithItsPassword() {
        Database platform = postgres.platform();
        assertThatThrownBy(() ->
                        DriverManager.getConnection(platform.url(), DevPostgres.KEYCLOAK, postgres.keycloakPassword()))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(
                        () -> DriverManager.getConnection(postgres.keycloakUrl(), Database.APP, platform.appPassword()))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> DriverManager.getConnection(platform.url(), Database.APP, "guess"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aFreshDatabaseHasTheExtensionsAndTrigramsSeeHangul() throws SQLException {
        Database database = postgres.freshDatabase("words");
        try (Connection app = database.asApp()) {
            assertThat(column(app, "SELECT similarity('영상 이해', '영상 이해 연구') > 0.5"))
                    .containsExactly("t");
            assertThat(column(app, "SELECT unaccent('Café')")).containsExactly("Cafe");
        }
        try (Connection owner = database.asOwner()) {
            execute(owner, "CREATE EXTENSION IF NOT EXISTS citext", "CREATE TABLE kept (x int)");
            execute(owner, "INSERT INTO kept VALUES (7)");
        }
        Database copy = postgres.copyOf(database, "words_again");
        try (Connection owner = copy.asOwner()) {
            assertThat(column(owner, "SELECT x FROM kept")).containsExactly("7");
        }
        postgres.drop(copy);
        assertThatThrownBy(copy::asOwner).hasMessageContaining("does not exist");
    }

    @Test
    void keptDataAreDurableAndSurviveTheKillOfEverything(@TempDir Path data) throws SQLException {
        long killed;
        DevPostgres first = DevPostgres.kept(data, Folders.cache(), 0);
        try (Connection owner = first.platform().asOwner()) {
            assertThat(column(owner, "SHOW fsync")).containsExactly("on");
            assertThat(column(owner, "SHOW full_page_writes")).containsExactly("on");
            assertThat(column(owner, "SHOW synchronous_commit")).containsExactly("on");
            execute(owner, "CREATE TABLE kept (text text)", "INSERT INTO kept VALUES ('acknowledged')");
            killed = first.child().pid();
            first.child().kill();
        }
        assertThat(data.resolve("postgres").resolve("postmaster.pid")).exists();
        try (DevPostgres second = DevPostgres.kept(data, Folders.cache(), 0);
                Connection owner = second.platform().asOwner()) {
            assertThat(second.child().pid()).isNotEqualTo(killed);
            assertThat(column(owner, "SELECT text FROM kept")).containsExactly("acknowledged");
        }
    }

    @Test
    void aLockFileThatNamesAnotherProgramDoesNotKeepItFromStarting(@TempDir Path data) throws Exception {
        DevPostgres first = DevPostgres.kept(data, Folders.cache(), 0);
        Path lock = data.resolve("postgres").resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(lock));
        first.child().kill();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(lock, lines);
        try (DevPostgres second = DevPostgres.kept(data, Folders.cache(), 0)) {
            assertThat(second.child().isAlive()).isTrue();
        }
    }

    @Test
    void onlyTheOwnerReadsThePasswords(@TempDir Path data) throws Exception {
        DevSecrets secrets = DevSecrets.of(data);
        String made = secrets.get("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.file())))
                .isEqualTo("rw-------");
        assertThat(DevSecrets.of(data).get("x")).isEqualTo(made).hasSizeGreaterThan(24);
        assertThat(DevSecrets.of(data).get("y")).isNotEqualTo(made);
    }

    @Test
    void endsWhenTheProgramThatStartedItIsKilled() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsPostgres.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var reader = holder.inputReader()) {
            String[] said = reader.readLine().split(" ");
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(said[0])).orElseThrow();
            holder.destroyForcibly().waitFor();
            assertThat(postmaster.onExit()).succeedsWithin(java.time.Duration.ofSeconds(20));
            Path folder = Path.of(said[1]);
            for (int i = 0; i < 100 && Files.exists(folder); i++) {
                Thread.sleep(100);
            }
            assertThat(folder).doesNotExist();
        } finally {
            holder.destroyForcibly();
        }
    }

    /** Another program, to be killed. */
    static final class HoldsPostgres {

        private HoldsPostgres() {}

        public static void main(String[] arguments) throws InterruptedException {
            DevPostgres held = DevPostgres.temporary();
            System.out.println(held.child().pid() + " " + held.secrets().file().getParent());
            Thread.sleep(60_000);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
