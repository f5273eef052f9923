package kr.nairl.platform.core.shared.persistence;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Refuses every jOOQ statement outside a transaction: without one PostgreSQL would not know who acts. */
class OnlyInTransactions implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void start(ExecuteContext context) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("statement outside a transaction: " + context.sql());
        }
    }
}
