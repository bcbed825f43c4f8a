package meanwhile.reference.defect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import meanwhile.reference.Parts;
import meanwhile.reference.seam.Work;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Makes mutants that split transactions: one ends and another begins after each call of each seam.
 * If nothing was written or locked before, or nothing follows, there is nothing to split; {@link
 * #parted} counts the real splits.
 */
public final class Splits {
    private static final String NAME = "split-transaction after ";

    private static final AtomicLong PARTED = new AtomicLong();

    private Splits() {}

    /** The number of transactions split so far in this process that had something on both sides. */
    public static long parted() {
        return PARTED.get();
    }

    /** Whether this is the name of a split. */
    public static boolean are(String name) {
        return name.startsWith(NAME);
    }

    static List<Mutant> of(Parts parts) {
        List<Mutant> mutants = new ArrayList<>();
        parts.behind().keySet().stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(
                        seam ->
                                Arrays.stream(seam.getMethods())
                                        .filter(Splits::takesWork)
                                        .sorted(Comparator.comparing(Method::getName))
                                        .forEach(method -> mutants.add(split(seam, method))));
        return mutants;
    }

    private static boolean takesWork(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length > 0 && parameters[0].equals(Work.class);
    }

    private static <T> Mutant split(Class<T> seam, Method method) {
        return new Mutant(
                NAME + seam.getSimpleName() + "." + method.getName(),
                Plants.twin(seam, sound -> splitting(seam, sound, method)));
    }

    private static <T> T splitting(Class<T> seam, T sound, Method split) {
        return seam.cast(
                Proxy.newProxyInstance(
                        seam.getClassLoader(),
                        new Class<?>[] {seam},
                        (proxy, method, arguments) -> {
                            try {
                                Object answer = method.invoke(sound, arguments);
                                if (method.equals(split) && arguments[0] instanceof Work work) {
                                    restart(work.handle());
                                }
                                return answer;
                            } catch (InvocationTargetException refused) {
                                throw refused.getCause() == null ? refused : refused.getCause();
                            }
                        }));
    }

    private static void restart(Handle handle) {
        if (!handle.isInTransaction()) {
            return;
        }
        boolean something = holdsSomething(handle);
        try {
            // Not by Jdbi, which would end the transaction that it began: here the next statement
            // begins another.
            handle.getConnection().commit();
        } catch (SQLException lost) {
            throw new TransactionException(lost);
        }
        if (something) {
            handle.getConfig(SqlStatements.class).setSqlLogger(new WhatFollows());
        }
    }

    /** Whether the transaction has written, locked or taken a snapshot that it keeps. */
    private static boolean holdsSomething(Handle handle) {
        return handle.getTransactionIsolationLevel() != TransactionIsolationLevel.READ_COMMITTED
                || handle.createQuery(
                                """
                                SELECT pg_current_xact_id_if_assigned() IS NOT NULL OR EXISTS (
                                    SELECT 1 FROM pg_locks
                                    WHERE pid = pg_backend_pid() AND locktype = 'advisory')
                                """)
                        .mapTo(Boolean.class)
                        .one();
    }

    private static final class WhatFollows implements SqlLogger {
        @Override
        public void logBeforeExecution(StatementContext context) {
            PARTED.incrementAndGet();
        }
    }
}
