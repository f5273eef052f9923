package kr.nairl.platform.core.shared;

import java.util.function.Supplier;

/**
 * The one way to the database: work done as an actor, in one transaction that PostgreSQL's policies judge by that actor.
 *
 * <p>A use case that calls another joins its transaction; the actor must be the same. Work that throws is rolled back
 * whole.
 */
public interface Transactions {

    /** Reads as the actor. Writing in it fails. */
    <T> T read(Actor actor, Supplier<T> work);

    /** Reads and writes as the actor. */
    <T> T write(Actor actor, Supplier<T> work);

    /** Writes as the actor. */
    default void run(Actor actor, Runnable work) {
        write(actor, () -> {
            work.run();
            return true;
        });
    }
}
