package meanwhile.reference.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Enumerates all mechanical mutants of the sound gallery. */
public final class Mutants {
    /** The file of the recorded statements, among the resources. */
    public static final String STATEMENTS = "/gallery/statements.json";

    private static final String MARK = ": ";

    private Mutants() {}

    /** Whether this may be the name of a mutant. */
    public static boolean areMeant(String name) {
        for (Operator operator : Operator.values()) {
            if (name.startsWith(operator.words() + MARK)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mutant of this name tells that its changed place was reached. */
    public static boolean tells(String name) {
        return !name.startsWith(Operator.CONSTRAINT.words() + MARK);
    }

    /** All mutants, given a database with the gallery's tables. */
    public static List<Mutant> of(Jdbi jdbi) {
        List<Mutant> all = new ArrayList<>(inProgram());
        all.addAll(ConstraintMutants.of(jdbi));
        return numbered(all);
    }

    private static List<Mutant> inProgram() {
        List<Mutant> all = new ArrayList<>(SqlMutants.of(statements()));
        for (CodeSite site : CodeSites.all()) {
            all.add(new Mutant(site.name(), site.operator(), site.name(), new Mutant.InCode(site)));
        }
        return all;
    }

    private static List<Mutant> numbered(List<Mutant> all) {
        Map<String, Mutant> named = new LinkedHashMap<>();
        all.forEach(mutant -> put(named, mutant));
        return List.copyOf(named.values());
    }

    /** Statements of one method may begin alike. */
    private static void put(Map<String, Mutant> named, Mutant mutant) {
        String name = mutant.name();
        for (int k = 2; named.containsKey(name); k++) {
            name = "%s (%d)".formatted(mutant.name(), k);
        }
        named.put(name, new Mutant(name, mutant.operator(), mutant.site(), mutant.change()));
    }

    /**
     * The mutant with this name. Whether a constraint of that name exists turns out when it is
     * dropped.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Mutant named(String name) {
        if (!tells(name)) {
            return ConstraintMutants.named(name);
        }
        return numbered(inProgram()).stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mutant is named " + name));
    }

    /** The places of the statements that mention this table. */
    public static Set<String> sites(String table) {
        return statements().stream()
                .filter(one -> one.mentions(table))
                .map(one -> Spot.site(one.place(), one.sql()))
                .collect(Collectors.toSet());
    }

    /** The statements of the sound gallery, as they were recorded. */
    public static List<Statement> statements() {
        try (InputStream in = Mutants.class.getResourceAsStream(STATEMENTS)) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in, STATEMENTS), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(STATEMENTS, unreadable);
        }
    }
}
