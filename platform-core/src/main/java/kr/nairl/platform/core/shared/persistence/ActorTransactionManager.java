package kr.nairl.platform.core.shared.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.Role;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins a transaction by telling PostgreSQL who acts. A person's membership is read at that moment: when it has ended,
 * or lost a role that the session still claims, the transaction does not begin.
 */
public class ActorTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** Bound by {@link ActorTransactions} around each unit of work. */
    static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    public ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    /** A unit of work inside another must act for the same actor: PostgreSQL was told only once. */
    static void requireSameActor(Actor actor) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !(ACTOR.isBound() && ACTOR.get().equals(actor))) {
            throw new IllegalTransactionStateException("another actor's transaction is running on this thread");
        }
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        try {
            super.doBegin(transaction, definition);
        } catch (CannotCreateTransactionException failed) {
            // The connection was fine and has been given back: it is the actor who may not begin.
            throw failed.getCause() instanceof AuthorityEndedException ended ? ended : failed;
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (!ACTOR.isBound()) {
            throw new IllegalTransactionStateException("no actor: transactions begin through Transactions only");
        }
        switch (ACTOR.get()) {
            case Actor.Visitor visitor -> set(connection, "visitor", "");
            case Actor.Job job -> set(connection, "job", job.name());
            case Actor.Person person -> enter(connection, person);
        }
    }

    private static void set(Connection connection, String kind, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT set_config('platform.actor', ?, true), set_config('platform.job', ?, true),
                       set_config('platform.person', '', true), set_config('platform.organisation', '', true),
                       set_config('platform.roles', '', true)""")) {
            statement.setString(1, kind);
            statement.setString(2, job);
            statement.execute();
        }
    }

    private static void enter(Connection connection, Actor.Person person) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT platform.enter_as_person(?, ?, ?)")) {
            statement.setObject(1, person.id().value());
            statement.setObject(2, person.organisation().value());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", person.roles().stream().map(Role::name).toArray()));
            try (ResultSet answer = statement.executeQuery()) {
                Array held = answer.next() ? answer.getArray(1) : null;
                if (held == null) {
                    throw new AuthorityEndedException("no active membership of " + person.id());
                }
                Set<Role> roles =
                        Stream.of((String[]) held.getArray()).map(Role::valueOf).collect(Collectors.toSet());
                if (!roles.containsAll(person.roles())) {
                    throw new AuthorityEndedException("a role was taken from " + person.id());
                }
            }
        }
    }
}
