package kr.nairl.platform.core.research;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import kr.nairl.platform.core.CoreDatabase;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Counts the statements that a piece of work sends to PostgreSQL on the calling thread. */
public final class CountedStatements {

    private CountedStatements() {}

    /** How many statements the work took. */
    public static int in(Runnable work) {
        DefaultConfiguration configuration =
                (DefaultConfiguration) CoreDatabase.bean(DSLContext.class).configuration();
        ExecuteListenerProvider[] before = configuration.executeListenerProviders();
        Thread caller = Thread.currentThread();
        AtomicInteger count = new AtomicInteger();
        ExecuteListenerProvider[] counting = Arrays.copyOf(before, before.length + 1);
        counting[before.length] = new DefaultExecuteListenerProvider(new ExecuteListener() {
            private static final long serialVersionUID = 1L;

            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread() == caller) {
                    count.incrementAndGet();
                }
            }
        });
        configuration.set(counting);
        try {
            work.run();
        } finally {
            configuration.set(before);
        }
        return count.get();
    }
}
