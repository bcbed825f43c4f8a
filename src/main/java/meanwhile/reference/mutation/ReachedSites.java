package meanwhile.reference.mutation;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which places of the gallery's code and SQL were executed in this process. A mutated or
 * recorded gallery tells it; the sound gallery does not know it.
 */
public final class ReachedSites {
    private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

    private ReachedSites() {}

    /** Called by mutated code; public, because another class loader loads that. */
    public static void reached(String site) {
        REACHED.add(site);
    }

    /** The places reached since the last call. */
    public static Set<String> taken() {
        Set<String> taken = new TreeSet<>(REACHED);
        REACHED.removeAll(taken);
        return taken;
    }
}
