package kr.nairl.platform.core.fences;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Transactions;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * One database with the core's own beans over it, three times: as it is; with a switch that hands the use cases one actor
 * and PostgreSQL another; and as a role that no policy holds.
 */
final class FencedCore implements AutoCloseable {

    /**
     * The switch. While it is bound, PostgreSQL hears of this actor at the beginning of each transaction, whoever the use
     * case was called by and believes.
     */
    static final ScopedValue<Actor> TRUTH = ScopedValue.newInstance();

    /** While it is bound, every transaction only reads: for those who may change something, but must not read everything. */
    static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    private static final String UNFENCED = "platform_unfenced";

    private final EmbeddedPostgres postgres;
    private final List<AnnotationConfigApplicationContext> contexts = new ArrayList<>();

    private final Connection look;
    private final String everyRow;

    /** Both fences stand. */
    final AnnotationConfigApplicationContext asItIs;

    /** Only the policies stand, where {@link #TRUTH} is bound. */
    final AnnotationConfigApplicationContext policiesOnly;

    /** Only the use cases stand. */
    final AnnotationConfigApplicationContext useCasesOnly;

    FencedCore() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        asSuperuser("CREATE ROLE platform_owner LOGIN");
        asSuperuser("CREATE ROLE platform_app LOGIN");
        asSuperuser("GRANT CREATE ON DATABASE postgres TO platform_owner");
        Flyway.configure()
                .dataSource(postgres.getJdbcUrl("platform_owner", "postgres"), "platform_owner", "")
                .schemas("platform")
                .load()
                .migrate();
        asSuperuser("CREATE ROLE " + UNFENCED + " LOGIN BYPASSRLS IN ROLE platform_app");
        look = postgres.getPostgresDatabase().getConnection();
        everyRow = everyRow(look);
        asItIs = context("platform_app");
        policiesOnly = context("platform_app");
        useCasesOnly = context(UNFENCED);
    }

    /** Runs SQL past everything. */
    void asSuperuser(String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            try (Statement path = connection.createStatement()) {
                path.execute("SET search_path = platform, public");
            }
            try (PreparedStatement work = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    work.setObject(i + 1, values[i]);
                }
                work.execute();
            }
        }
    }

    /**
     * Every row that holds one of these words, table by table, as one text; without the ledger, into which whoever opens
     * a page writes themselves.
     *
     * @param words a regular expression of PostgreSQL's
     */
    List<String> rows(String words) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement read = look.prepareStatement(everyRow)) {
            read.setString(1, words);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    /** Grows with every transaction that writes. */
    long writes() throws SQLException {
        try (Statement ask = look.createStatement();
                ResultSet answer = ask.executeQuery("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private static String everyRow(Connection look) throws SQLException {
        List<String> each = new ArrayList<>();
        try (Statement tables = look.createStatement();
                ResultSet table = tables.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'platform'"
                                + " AND tablename NOT IN ('scheduled_tasks', 'flyway_schema_history', 'access_ledger') ORDER BY 1")) {
            while (table.next()) {
                String name = table.getString(1);
                // Whoever saves a search names there whom they look for.
                String words = name.equals("alert") ? "(to_jsonb(one) - 'search_organisation')::text" : "one::text";
                each.add("SELECT '" + name + " ' || " + words + " AS words FROM platform." + name + " one");
            }
        }
        return "SELECT words FROM (" + String.join(" UNION ALL ", each) + ") every WHERE words ~ ? ORDER BY 1";
    }

    private AnnotationConfigApplicationContext context(String role) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource(role));
        context.registerBean(
                JdbcConnectionDetails.class, () -> new Details(postgres.getJdbcUrl(role, "postgres"), role));
        context.registerBean("masquerade", BeanPostProcessor.class, Masquerade::new);
        context.scan("kr.nairl.platform.core");
        context.refresh();
        contexts.add(context);
        return context;
    }

    private HikariDataSource dataSource(String role) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(postgres.getJdbcUrl(role, "postgres"));
        source.setUsername(role);
        source.setMaximumPoolSize(4);
        return source;
    }

    @Override
    public void close() throws IOException, SQLException {
        look.close();
        contexts.forEach(AnnotationConfigApplicationContext::close);
        postgres.close();
    }

    private record Details(String url, String role) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return role;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    /** Puts the switch before the product's own transactions. */
    private static final class Masquerade implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Transactions real ? new Masked(real) : bean;
        }
    }

    private record Masked(Transactions real) implements Transactions {

        @Override
        public <T> T read(Actor actor, Supplier<T> work) {
            return real.read(TRUTH.orElse(actor), work);
        }

        @Override
        public <T> T write(Actor actor, Supplier<T> work) {
            return READING.isBound() ? read(actor, work) : real.write(TRUTH.orElse(actor), work);
        }
    }
}
