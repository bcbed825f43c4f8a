package meanwhile.reference.mutation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one statement of two, which get the same parameters. */
final class PairedStatements {
    /** States of a database that waits for, or does not see, what another transaction has done. */
    private static final Set<String> HELD_BY_ANOTHER = Set.of("55P03", "23503", "40P01");

    private PairedStatements() {}

    /** The first is executed; the second only has the same parameters. */
    static PreparedStatement boundTogether(PreparedStatement first, PreparedStatement second) {
        return proxy(
                (method, arguments) -> {
                    if (method.getName().startsWith("set")) {
                        call(second, method, arguments);
                    }
                    return call(first, method, arguments);
                });
    }

    /**
     * The first is executed; if it must wait for another transaction, or needs what that has not
     * committed, the second is executed instead.
     */
    static PreparedStatement firstOrElse(
            PreparedStatement first, PreparedStatement second, Runnable done) {
        PreparedStatement[] used = {first};
        return proxy(
                (method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("set")) {
                        call(second, method, arguments);
                        return call(first, method, arguments);
                    }
                    if (name.equals("close")) {
                        second.close();
                        return call(first, method, arguments);
                    }
                    if (!name.startsWith("execute")) {
                        return call(used[0], method, arguments);
                    }
                    try {
                        @Nullable Object answer = call(first, method, arguments);
                        done.run();
                        return answer;
                    } catch (SQLException held) {
                        if (!HELD_BY_ANOTHER.contains(String.valueOf(held.getSQLState()))) {
                            throw held;
                        }
                        used[0] = second;
                        return call(second, method, arguments);
                    }
                });
    }

    @FunctionalInterface
    private interface Calls {
        @Nullable Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static PreparedStatement proxy(Calls calls) {
        return (PreparedStatement)
                Proxy.newProxyInstance(
                        PairedStatements.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "equals" -> isSame(proxy, arguments[0]);
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    default -> calls.of(method, arguments);
                                });
    }

    @SuppressWarnings("ReferenceEquality") // Two statements are equal only if they are one.
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private static @Nullable Object call(
            PreparedStatement statement, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
