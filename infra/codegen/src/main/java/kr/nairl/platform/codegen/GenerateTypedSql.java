package kr.nairl.platform.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.Target;

/**
 * Runs the migrations on a throw-away PostgreSQL and generates jOOQ classes from the schema that results.
 *
 * <p>Arguments: the folder of migrations, the folder to write to. Nothing happens when neither the migrations nor this
 * generator's settings changed since the last run (a stamp beside the generated code remembers).
 */
public final class GenerateTypedSql {

    private static final String CORE = "kr.nairl.platform.core.";

    /** Column name (as a regular expression over schema.table.column) to the id type that it holds. */
    private static final Map<String, String> IDS = ids();

    private GenerateTypedSql() {}

    /** Generates; exits by exception when the migrations do not run. */
    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        String stamp = stampOf(migrations);
        Path stampFile = output.resolve("stamp");
        if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            prepareRoles(postgres.getPostgresDatabase());
            DataSource owner = postgres.getDatabase("platform_owner", "postgres");
            Flyway.configure()
                    .dataSource(owner)
                    .schemas("platform")
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc()
                            .withDriver("org.postgresql.Driver")
                            .withUrl(postgres.getJdbcUrl("platform_owner", "postgres"))
                            .withUser("platform_owner"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName("org.jooq.meta.postgres.PostgresDatabase")
                                    .withInputSchema("platform")
                                    .withExcludes("flyway_schema_history|scheduled_tasks")
                                    .withIncludeRoutines(true)
                                    .withForcedTypes(forcedTypes()))
                            .withGenerate(new Generate()
                                    .withRecords(true)
                                    .withFluentSetters(true)
                                    .withImplicitJoinPathsToMany(false)
                                    .withGlobalCatalogReferences(false))
                            .withTarget(new Target()
                                    .withPackageName(CORE + "sql")
                                    .withDirectory(output.toString())
                                    .withClean(true))));
        }
        Files.writeString(stampFile, stamp);
    }

    private static void prepareRoles(DataSource superuser) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE platform_owner LOGIN");
            statement.execute("CREATE ROLE platform_app LOGIN");
            statement.execute("GRANT CREATE ON DATABASE postgres TO platform_owner");
        }
    }

    private static List<ForcedType> forcedTypes() {
        List<ForcedType> types = new ArrayList<>();
        types.add(new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamptz|timestamp with time zone)"));
        IDS.forEach((columns, type) -> types.add(new ForcedType()
                .withUserType(type)
                .withLambdaConverter(
                        new LambdaConverter().withFrom(type + "::new").withTo(type + "::value"))
                .withIncludeExpression("(?i:.*\\.(" + columns + "))")
                .withIncludeTypes("(?i:uuid)")));
        return types;
    }

    private static Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put(
                "organisation\\.id|organisation_id|affiliation_id|nda\\.other_id|reader_organisation_id",
                CORE + "shared.OrganisationId");
        ids.put(
                "person\\.id|person_id|created_by|invited_by|accepted_by|decided_by|ended_by",
                CORE + "shared.PersonId");
        ids.put("partner_application\\.id|application_id", CORE + "admission.ApplicationId");
        ids.put("concept\\.id|concept_id|broader_id", CORE + "vocabulary.ConceptId");
        ids.put("sub_project\\.id|sub_project_id", CORE + "research.SubProjectId");
        ids.put(
                "researcher\\.id|researcher_id|principal_investigator_id|(from|to)_researcher_id|stand_in_id",
                CORE + "research.ResearcherId");
        ids.put("research_area\\.id|area_id", CORE + "research.ResearchAreaId");
        ids.put("research_result\\.id|result_id", CORE + "research.ResultId");
        ids.put("interest\\.id|interest_id", CORE + "interest.InterestId");
        ids.put("collaboration_request\\.id|request_id", CORE + "collaboration.RequestId");
        ids.put("project_update\\.id|update_id", CORE + "update.UpdateId");
        ids.put("newsletter_issue\\.id|issue_id", CORE + "newsletter.IssueId");
        ids.put("story\\.id|story_id", CORE + "newsletter.StoryId");
        ids.put("lab_event\\.id", CORE + "calendar.EventId");
        ids.put("alert\\.id|alert_id", CORE + "alert.AlertId");
        return ids;
    }

    private static String stampOf(Path migrations) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(IDS.toString().getBytes(StandardCharsets.UTF_8));
        digest.update("4".getBytes(StandardCharsets.UTF_8));
        try (var files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
