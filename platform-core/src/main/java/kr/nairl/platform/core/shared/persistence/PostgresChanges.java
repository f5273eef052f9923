package kr.nairl.platform.core.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kr.nairl.platform.core.shared.Changes;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Live changes over PostgreSQL's NOTIFY. Listens on a connection of its own, outside the pool; when that breaks it
 * reconnects and tells everyone that anything may have changed.
 */
@Component
class PostgresChanges implements Changes, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresChanges.class);
    private static final String CHANNEL = "platform_changes";
    private static final int POLL_MILLIS = 10_000;
    private static final int RETRY_MILLIS = 1_000;

    private final DSLContext sql;
    private final JdbcConnectionDetails details;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection line;

    PostgresChanges(DSLContext sql, JdbcConnectionDetails details) {
        this.sql = sql;
        this.details = details;
    }

    @Override
    public void announce(Kind kind, UUID id) {
        sql.execute(
                "SELECT pg_notify({0}, {1})", org.jooq.impl.DSL.val(CHANNEL), org.jooq.impl.DSL.val(kind + " " + id));
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void start() {
        Thread listener = Thread.ofPlatform().name("live-changes").daemon().unstarted(this::listen);
        // known before it runs: it ends as soon as it is not the one
        thread = listener;
        listener.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        Connection open = line;
        if (running != null) {
            running.interrupt();
        }
        if (open != null) {
            try {
                open.close();
            } catch (SQLException ignored) {
                LOG.debug("line was closed already", ignored);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void listen() {
        boolean first = true;
        while (thread == Thread.currentThread()) {
            try (Connection connection = java.sql.DriverManager.getConnection(
                            details.getJdbcUrl(), details.getUsername(), details.getPassword());
                    Statement statement = connection.createStatement()) {
                line = connection;
                statement.execute("LISTEN " + CHANNEL);
                if (!first) {
                    tell(new Change(Kind.EVERYTHING, null));
                }
                first = false;
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (thread == Thread.currentThread()) {
                    PGNotification[] notifications = postgres.getNotifications(POLL_MILLIS);
                    if (notifications != null) {
                        for (PGNotification notification : notifications) {
                            String[] parts = notification.getParameter().split(" ", 2);
                            tell(new Change(Kind.valueOf(parts[0]), UUID.fromString(parts[1])));
                        }
                    }
                }
            } catch (SQLException broken) {
                if (thread == Thread.currentThread()) {
                    LOG.warn("live changes: line to PostgreSQL broke, trying again: {}", broken.getMessage());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Change change) {
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException failed) {
                LOG.error("a listener failed on {}", change.kind(), failed);
            }
        }
    }
}
