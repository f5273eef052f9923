package kr.nairl.platform.core.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kr.nairl.platform.core.CoreDatabase;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Counts the statements that some work sends through jOOQ on its own thread. */
public final class CountedStatements {

    private CountedStatements() {}

    /** How many statements the work sent. */
    public static int of(Runnable work) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        ExecuteListenerProvider[] before = sql.configuration().executeListenerProviders();
        Counter counter = new Counter(Thread.currentThread());
        List<ExecuteListenerProvider> with = new ArrayList<>(List.of(before));
        with.add(new DefaultExecuteListenerProvider(counter));
        sql.configuration().set(with.toArray(ExecuteListenerProvider[]::new));
        try {
            work.run();
            return counter.statements.get();
        } finally {
            sql.configuration().set(before);
        }
    }

    private static final class Counter implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        private final transient Thread thread;
        private final AtomicInteger statements = new AtomicInteger();

        Counter(Thread thread) {
            this.thread = thread;
        }

        @Override
        public void executeStart(ExecuteContext context) {
            if (Thread.currentThread() == thread) {
                statements.incrementAndGet();
            }
        }
    }
}
