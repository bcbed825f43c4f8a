package meanwhile.check.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.language.Domain;

/**
 * A contract that was read: what each thing of a kind has at first, and the rows.
 *
 * @param kinds by the kind of thing, its facts by their names
 * @param rows in the order written
 * @param domain the operations of which it speaks
 */
public record ContractTable(Map<String, Map<String, Known>> kinds, List<Row> rows, Domain domain) {
    /** Nothing is said. */
    public static final ContractTable NONE = new ContractTable(Map.of(), List.of(), Domain.NONE);

    public ContractTable {
        kinds = new LinkedHashMap<>(kinds);
        rows = List.copyOf(rows);
    }

    /** A fact, and what it is at first. */
    record Known(Expression begins, Expression.Sort sort) {}

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The kinds of things of which something is known. */
    public Set<String> kindNames() {
        return Set.copyOf(kinds.keySet());
    }

    /** Whether it is about the images of a gallery. */
    public boolean isOfGallery() {
        return !isEmpty() && domain.equals(GalleryDomain.DOMAIN);
    }

    /** The rows of which a run may make use, by their places: what each says. */
    public Map<String, String> rowsByPlace() {
        Map<String, String> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(row.place(), row.phrase()));
        return all;
    }

    /** The names of the operations of which it speaks. */
    Set<String> operations() {
        return rows.stream()
                .filter(row -> row.operation() != null)
                .map(row -> String.valueOf(row.operation()))
                .collect(Collectors.toSet());
    }

    /** The rows of an operation. */
    List<Row> of(String operation) {
        return rows.stream().filter(row -> operation.equals(row.operation())).toList();
    }

    /** What happens by itself. */
    List<Row> byItself() {
        return rows.stream().filter(row -> row.operation() == null).toList();
    }
}
