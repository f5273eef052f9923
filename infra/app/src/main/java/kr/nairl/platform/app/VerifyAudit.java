package kr.nairl.platform.app;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import kr.nairl.platform.core.audit.AuditChain;
import kr.nairl.platform.core.audit.ChainEnd;
import kr.nairl.platform.core.audit.ChainVerdict;
import kr.nairl.platform.core.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command behind infra/audit: looks through the audit trail's chain, in the database that the app's own settings
 * name, and says what it found. Ends with 0 where the chain holds, 1 where it is broken, 2 where it could not look.
 */
public final class VerifyAudit {

    private VerifyAudit() {}

    /** @param arguments none, or a link noted from an earlier run */
    public static void main(String[] arguments) {
        Optional<ChainEnd> noted = arguments.length == 0 ? Optional.empty() : ChainEnd.of(arguments[0]);
        if (arguments.length > 1 || (arguments.length == 1 && noted.isEmpty())) {
            System.err.println("Usage: infra/audit [NUMBER:HASH, as an earlier run printed it]");
            System.exit(2);
        }
        System.exit(look(noted.orElse(null)));
    }

    private static int look(@Nullable ChainEnd noted) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=error")
                .run()) {
            return tell(context.getBean(AuditChain.class).verify(Actor.Job.AUDITOR, noted));
        } catch (RuntimeException failed) {
            System.err.println("The audit trail cannot be read: " + failed.getMessage());
            return 2;
        }
    }

    private static int tell(ChainVerdict verdict) {
        switch (verdict) {
            case ChainVerdict.Intact intact -> {
                System.out.println("The audit trail holds: " + count(intact.entries(), "entry", "entries") + ", "
                        + count(intact.links(), "link", "links") + ".");
                if (intact.waiting() > 0) {
                    System.out.println(count(intact.waiting(), "entry waits", "entries wait")
                            + " to be linked, the oldest since " + intact.waitingSince() + ".");
                }
                if (intact.end() != null) {
                    System.out.println("Its end, to be noted elsewhere and given to a later run: " + intact.end());
                }
                return 0;
            }
            case ChainVerdict.Broken broken -> {
                System.err.println("The audit trail is broken at link " + broken.link()
                        + (broken.entry() == null ? "" : ", entry " + broken.entry()) + ": " + words(broken.why())
                        + ". " + count(broken.intact(), "link holds", "links hold") + " before it.");
                return 1;
            }
        }
    }

    private static String words(ChainVerdict.Break why) {
        return switch (why) {
            case LINK_MISSING -> "the link is gone";
            case OUT_OF_ORDER -> "it does not follow the link before it";
            case ENTRY_MISSING -> "its entry is gone";
            case CHANGED -> "its entry is not what was written";
            case NOT_AS_NOTED -> "it is not the link that was noted";
        };
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** As little of the core as it takes; the app finds none of this by scanning. */
    @ComponentScan(
            basePackages = {"kr.nairl.platform.core.audit", "kr.nairl.platform.core.shared.persistence"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(PostgresChanges|JooqEvents)"))
    static class Parts {

        @Bean
        DataSource dataSource(Environment environment) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(environment.getRequiredProperty("spring.datasource.url"));
            source.setUser(environment.getRequiredProperty("spring.datasource.username"));
            source.setPassword(environment.getRequiredProperty("spring.datasource.password"));
            return source;
        }

        @Bean
        Clock clock() {
            return new PlatformClock();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }
}
