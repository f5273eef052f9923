package kr.nairl.platform.core.shared.persistence;

import java.util.function.Supplier;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Binds the actor for the length of the work and lets {@link ActorTransactionManager} tell PostgreSQL. */
@Component
class ActorTransactions implements Transactions {

    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    ActorTransactions(ActorTransactionManager manager) {
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        writing = new TransactionTemplate(manager);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
        manager.setEnforceReadOnly(true);
    }

    @Override
    public <T> T read(Actor actor, Supplier<T> work) {
        return in(reading, actor, work);
    }

    @Override
    public <T> T write(Actor actor, Supplier<T> work) {
        return in(writing, actor, work);
    }

    // The work's own nullness passes through: TransactionTemplate only widens it to nullable.
    @SuppressWarnings("NullAway")
    private static <T> T in(TransactionTemplate template, Actor actor, Supplier<T> work) {
        ActorTransactionManager.requireSameActor(actor);
        return ScopedValue.where(ActorTransactionManager.ACTOR, actor)
                .call(() -> template.execute(status -> work.get()));
    }
}
