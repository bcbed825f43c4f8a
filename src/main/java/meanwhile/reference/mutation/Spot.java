package meanwhile.reference.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or only its executions for one caller.
 *
 * @param caller null for all
 */
record Spot(Statement statement, @Nullable String caller) {
    private static final String CALLED_BY = " → ";

    /** Whether the statement being executed is the one. */
    boolean isHere(String sql) {
        if (!sql.equals(statement.sql())) {
            return false;
        }
        List<String> places = CallPlaces.now();
        return places.getFirst().equals(statement.place())
                && (caller == null || places.getLast().equals(caller));
    }

    /** Its name in {@link ReachedSites}. */
    String site() {
        return caller == null
                ? site(statement.place(), statement.sql())
                : site(caller, statement.place(), statement.sql());
    }

    /** The name of the place of a statement. */
    static String site(String place, String sql) {
        return place + " " + Integer.toHexString(sql.hashCode());
    }

    /** The same for one caller of it. */
    static String site(String caller, String place, String sql) {
        return caller + CALLED_BY + site(place, sql);
    }
}
