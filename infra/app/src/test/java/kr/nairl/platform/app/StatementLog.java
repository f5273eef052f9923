package kr.nairl.platform.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** The statements that requests of the running platform send through jOOQ; those of background jobs are left out. */
final class StatementLog implements ExecuteListener {

    private static final long serialVersionUID = 1L;
    private static final String REQUESTS = "tomcat-handler";

    private final transient List<String> statements = new CopyOnWriteArrayList<>();

    private StatementLog() {}

    /** Listens from now on, until the JVM ends. */
    static StatementLog of(RunningPlatform platform) {
        StatementLog log = new StatementLog();
        DSLContext sql = platform.bean(DSLContext.class);
        List<ExecuteListenerProvider> all =
                new ArrayList<>(List.of(sql.configuration().executeListenerProviders()));
        all.add(new DefaultExecuteListenerProvider(log));
        sql.configuration().set(all.toArray(ExecuteListenerProvider[]::new));
        return log;
    }

    void clear() {
        statements.clear();
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public void executeStart(ExecuteContext context) {
        if (Thread.currentThread().getName().startsWith(REQUESTS)) {
            statements.add(String.valueOf(context.sql()));
        }
    }
}
