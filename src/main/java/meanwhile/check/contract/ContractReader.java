package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meanwhile.check.contract.ContractTable.Known;
import meanwhile.language.Domain;

/** Reads a contract, and names every mistake in it with its line. */
public final class ContractReader {
    /** What people do in a gallery, for a contract of images. */
    public static final Domain GALLERY = GalleryDomain.DOMAIN;

    private static final List<String> HEAD =
            List.of("who does what", "while", "is answered", "and then");

    private final ContractText text;
    private final Domain declared;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Map<String, Known>> kinds = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private ContractReader(ContractText text, Domain declared) {
        this.text = text;
        this.declared = declared;
    }

    /**
     * A contract, or what is wrong with it.
     *
     * @param faults a line each, with its place; empty if it can be used
     */
    public record Read(ContractTable table, List<String> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Reads and proofreads a contract.
     *
     * @param declared the operations that a target's profile declares; where none are, those of the
     *     contract's own words stand for themselves
     */
    public static Read read(ContractText text, Domain declared) {
        return new ContractReader(text, declared).read();
    }

    private Read read() {
        for (ContractText.Table table : text.tables()) {
            String kind = table.kind();
            if (kind != null) {
                knows(table, kind);
            }
        }
        if (!faults.isEmpty()) {
            return new Read(ContractTable.NONE, faults);
        }
        Operations operations = Operations.of(text, declared, kinds.keySet());
        for (ContractText.Table table : text.tables()) {
            if (table.kind() == null) {
                happens(table, operations);
            }
        }
        if (rows.isEmpty() && faults.isEmpty() && !text.isEmpty()) {
            faults.add(
                    text.tables().getFirst().place()
                            + ": the contract has no rows: say “one at a time this happens:”");
        }
        ContractTable table = new ContractTable(kinds, rows, operations.domain());
        if (faults.isEmpty()) {
            faults.addAll(new Proofreading(table, text).faults());
        }
        return new Read(table, faults);
    }

    private void knows(ContractText.Table table, String kind) {
        if (!declared.isEmpty() && !declared.things().containsKey(kind)) {
            faults.add(
                    "%s: “%s” is no kind of thing; the domain has %s"
                            .formatted(
                                    table.place(),
                                    kind,
                                    String.join(", ", declared.things().keySet())));
            return;
        }
        if (kinds.containsKey(kind)) {
            faults.add("%s: what a %s has at first is said twice".formatted(table.place(), kind));
            return;
        }
        Map<String, Known> facts = new LinkedHashMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            knows(table.place(i), table.rows().get(i), facts);
        }
        kinds.put(kind, facts);
    }

    private void knows(String place, List<String> row, Map<String, Known> facts) {
        if (row.size() != 2 || !row.getFirst().matches("[\\p{Ll}][\\p{L}\\d -]*")) {
            faults.add(
                    place
                            + ": a row says the name of a fact, in small letters, and what it is at"
                            + " first: | balance | 0 |");
            return;
        }
        String fact = Vocabulary.spaced(row.getFirst());
        try {
            Expression begins = ExpressionReader.whole(row.get(1), Vocabulary.atFirst());
            if (facts.put(fact, new Known(begins, begins.sort())) != null) {
                faults.add("%s: “%s” is said twice".formatted(place, fact));
            }
        } catch (Cell.Fault fault) {
            faults.add(place + ": " + fault.getMessage());
        }
    }

    private void happens(ContractText.Table table, Operations operations) {
        if (table.rows().isEmpty() || !table.rows().getFirst().equals(HEAD)) {
            faults.add(
                    "%s: the first row of the table must be | %s |"
                            .formatted(table.place(), String.join(" | ", HEAD)));
            return;
        }
        for (int i = 1; i < table.rows().size(); i++) {
            String place = table.place(i);
            try {
                rows.add(new RowReader(place, kinds, operations).read(table.rows().get(i)));
            } catch (Cell.Fault fault) {
                faults.add(place + ": " + fault.getMessage());
            }
        }
    }
}
