package kr.nairl.platform.core;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * One real PostgreSQL for all core tests of a JVM, migrated by the owner and used as the application's role, with the
 * core's own beans over it. Rows that a test needs and no use case makes yet are written by the owner.
 */
public final class CoreDatabase {

    private static final CoreDatabase SHARED = new CoreDatabase();

    private final EmbeddedPostgres postgres;
    private final AnnotationConfigApplicationContext context;

    private CoreDatabase() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE platform_owner LOGIN");
                statement.execute("CREATE ROLE platform_app LOGIN");
                statement.execute("GRANT CREATE ON DATABASE postgres TO platform_owner");
            }
            Flyway.configure()
                    .dataSource(dataSource("platform_owner"))
                    .schemas("platform")
                    .load()
                    .migrate();
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource("platform_app"));
        context.registerBean(JdbcConnectionDetails.class, () -> new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "platform_app";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl("platform_app", "postgres");
            }
        });
        context.register(Beans.class);
        context.refresh();
    }

    /** The core's bean of this type. */
    public static <T> T bean(Class<T> type) {
        return SHARED.context.getBean(type);
    }

    public static <T> List<T> beans(Class<T> type) {
        return List.copyOf(SHARED.context.getBeansOfType(type).values());
    }

    /** The clock that the core reads; tests move it. Starts at 2026-11-23T00:00:00Z. */
    public static TestClock clock() {
        return bean(TestClock.class);
    }

    /** Runs SQL as the owner, past all policies. */
    public static void asOwner(String sql, @Nullable Object... values) {
        try (Connection connection = SHARED.dataSource("platform_owner").getConnection();
                var statement = connection.prepareStatement("SET search_path = platform, public")) {
            statement.execute();
            try (var work = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    work.setObject(i + 1, values[i]);
                }
                work.execute();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Asks as the tables' owner, past all fences, and answers the first column of the first row. */
    public static Object askOwner(String sql, Object... values) {
        try (Connection connection = SHARED.dataSource("platform_owner").getConnection();
                var question = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                question.setObject(i + 1, values[i]);
            }
            try (var answer = question.executeQuery()) {
                if (!answer.next()) {
                    throw new IllegalStateException("no row: " + sql);
                }
                return answer.getObject(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Writes an active organisation of the kind and answers its id. Its slug is unique. */
    public static OrganisationId organisation(String kind, String nameKo, String nameEn) {
        OrganisationId id = OrganisationId.fresh();
        asOwner(
                """
                INSERT INTO organisation (id, slug, kind, status, partner, name_ko, name_en, country, search_key, created_at, updated_at)
                VALUES (?, ?, ?, 'ACTIVE', ?, ?, ?, 'KR', ?, now(), now())""",
                id.value(),
                "o" + id.value().toString().replace("-", ""),
                kind,
                "COMPANY".equals(kind),
                nameKo,
                nameEn,
                nameEn.toLowerCase(java.util.Locale.ROOT));
        return id;
    }

    /** Writes a person with one active membership and answers them as an actor. */
    public static Actor.Person person(OrganisationId organisation, String nameKo, Role... roles) {
        PersonId id = PersonId.fresh();
        asOwner(
                "INSERT INTO person (id, issuer, subject, email, name_ko, created_at) VALUES (?, 'test', ?, ?, ?, now())",
                id.value(),
                id.toString(),
                "p" + id.value().toString().substring(0, 8) + "@people.example",
                nameKo);
        asOwner(
                "INSERT INTO membership (id, person_id, organisation_id, roles, status, created_at) VALUES (gen_random_uuid(), ?, ?, string_to_array(?, ','), 'ACTIVE', now())",
                id.value(),
                organisation.value(),
                Set.of(roles).stream().map(Role::name).collect(Collectors.joining(",")));
        return proven(id, organisation, Set.of(roles));
    }

    /** Somebody who has just proved with a second factor who they are, and does so whenever it is asked. */
    public static Actor.Person proven(PersonId id, OrganisationId organisation, Set<Role> roles) {
        return new Actor.Person(
                id, organisation, roles, Actor.LoginStrength.MULTI_FACTOR, Instant.parse("9999-01-01T00:00:00Z"));
    }

    private DataSource dataSource(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl(user, "postgres"));
        source.setUser(user);
        return source;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("kr.nairl.platform.core")
    static class Beans {

        @Bean
        TestClock clock() {
            return new TestClock(Instant.parse("2026-11-23T00:00:00Z"));
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }
}
