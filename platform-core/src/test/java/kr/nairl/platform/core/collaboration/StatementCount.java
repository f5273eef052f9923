package kr.nairl.platform.core.collaboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import kr.nairl.platform.core.CoreDatabase;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** Counts the statements that some work sends through jOOQ. */
public final class StatementCount {

    private StatementCount() {}

    /** How many statements the work sent. */
    public static int of(Supplier<?> work) {
        DSLContext sql = CoreDatabase.bean(DSLContext.class);
        ExecuteListenerProvider[] before = sql.configuration().executeListenerProviders();
        Counter counter = new Counter();
        List<ExecuteListenerProvider> with = new ArrayList<>(List.of(before));
        with.add(new DefaultExecuteListenerProvider(counter));
        sql.configuration().set(with.toArray(ExecuteListenerProvider[]::new));
        try {
            Objects.requireNonNull(work.get());
            return counter.statements.size();
        } finally {
            sql.configuration().set(before);
        }
    }

    private static final class Counter implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        private final transient List<String> statements = new ArrayList<>();

        @Override
        public void executeStart(ExecuteContext context) {
            statements.add(String.valueOf(context.sql()));
        }
    }
}
