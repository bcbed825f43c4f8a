package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import meanwhile.proof.Subject;
import meanwhile.reference.defect.Decoy;
import meanwhile.reference.defect.Decoys;
import meanwhile.reference.defect.Mutant;
import meanwhile.reference.defect.PlantedDefect;
import meanwhile.reference.defect.PlantedDefects;

/** All subjects that the suite can be tried on. */
public final class ProofSubjects {
    /** The clauses that use the table, seam or class in a mutant's name. */
    private static final Map<String, List<String>> USES =
            Map.ofEntries(
                    Map.entry("vote", List.of("U6", "R1", "U4.3", "D1.3", "R4.2", "U2.3")),
                    Map.entry("favourite", List.of("D1.1", "D1.3", "R4.2")),
                    Map.entry("comment", List.of("R2.2", "R4.2", "U7.3")),
                    Map.entry("collection", List.of("U8")),
                    Map.entry("categor", List.of("A2")),
                    Map.entry("breed", List.of("A2", "D1.2")),
                    Map.entry("taxonomy", List.of("A2")),
                    Map.entry("image", List.of("U1.2", "U3", "R3", "R4")),
                    Map.entry("blob", List.of("U3.2", "U8.3", "R3.1")),
                    Map.entry("shelf", List.of("U1.2", "U3", "U5", "R3", "U8.1")),
                    Map.entry("locks", List.of("U3", "R1", "R4", "U8")),
                    Map.entry("member", List.of("U1.3", "R5", "A1.2", "A1.3", "U3.2", "U7")),
                    Map.entry("session", List.of("U7", "A1.2", "A1.3")),
                    Map.entry("idempotency", List.of("U7.3", "U1.2")),
                    Map.entry("event", List.of("L2.3", "D2.2", "D3.1", "R4.2", "U7.3")),
                    Map.entry("announcement", List.of("D3", "R3.2", "R4.3", "L2.3", "A1", "U1.2")),
                    Map.entry("invalidation", List.of("D3", "R3.2", "R4.3", "A2.2")),
                    Map.entry("counter", List.of("R1", "D1", "R2.2", "U3.3", "U7.3")),
                    Map.entry("statistics", List.of("D1", "R1.3")),
                    Map.entry("stamp", List.of("U1.3", "R5")),
                    Map.entry("slidinglog", List.of("U1.3", "R5")),
                    Map.entry("limiter", List.of("U1.3", "R5")),
                    Map.entry("setting", List.of("A1", "U1.3")),
                    Map.entry("doorkeeper", List.of("A1", "U7.1")),
                    Map.entry("processor", List.of("U3", "U2", "U1.2", "R3")),
                    Map.entry("deleter", List.of("U3", "R4", "D1.2")),
                    Map.entry("editor", List.of("R3", "A2", "D2.2")),
                    Map.entry("upkeep", List.of("A1.1", "U8.3")),
                    Map.entry("upload", List.of("U1", "U8", "A2.1", "U7.3")),
                    Map.entry("usage", List.of("U3.2", "U3.3", "U1.3", "U8.1")),
                    Map.entry("search", List.of("D2", "A1.1", "R4.3")),
                    Map.entry("advisory", List.of("U7.3", "R5", "U1.3", "A1", "L2.3", "R3")));

    /** A mutant may show only by a server error or a leak. */
    private static final List<String> THROUGHOUT = List.of("X2", "X3");

    private ProofSubjects() {}

    /** All subjects in a fixed order, defects first. */
    public static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        PlantedDefects.all().forEach(defect -> all.add(subject(defect)));
        for (PlantedDefect defect : PlantedDefects.all()) {
            if (defect.race()) {
                all.add(
                        new Subject(
                                Subject.Kind.SEQUENTIAL,
                                defect.name(),
                                defect.breaks(),
                                defect.window()));
            }
        }
        for (Decoy decoy : Decoys.all()) {
            all.add(new Subject(Subject.Kind.DECOY, decoy.name(), decoy.mustNotAlarm(), ""));
        }
        all.add(new Subject(Subject.Kind.SOUND, "", List.of(), ""));
        all.add(new Subject(Subject.Kind.LOADED, "", List.of(), ""));
        for (PlantedDefect defect : PlantedDefects.all()) {
            all.add(
                    new Subject(
                            Subject.Kind.PHRASES, defect.name(), defect.breaks(), defect.window()));
        }
        return all;
    }

    /** The names of the defects whose windows have an adjustable width. */
    public static List<String> withWindows() {
        return PlantedDefects.all().stream()
                .filter(PlantedDefect::hasWindow)
                .map(PlantedDefect::name)
                .toList();
    }

    private static Subject subject(PlantedDefect defect) {
        return new Subject(Subject.Kind.DEFECT, defect.name(), defect.breaks(), defect.window());
    }

    /** The mechanical mutants, each with the scenarios that use the changed code. */
    public static List<Subject> mutants(List<Mutant> mutants) {
        return mutants.stream()
                .map(
                        mutant ->
                                new Subject(
                                        Subject.Kind.MUTANT,
                                        mutant.name(),
                                        clauses(mutant.name()),
                                        ""))
                .toList();
    }

    private static List<String> clauses(String mutant) {
        String changed = mutant.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
        Set<String> clauses = new LinkedHashSet<>();
        USES.forEach(
                (word, used) -> {
                    if (changed.contains(word)) {
                        clauses.addAll(used);
                    }
                });
        if (clauses.isEmpty()) {
            return List.of("U", "R", "A", "L", "D", "X");
        }
        clauses.addAll(THROUGHOUT);
        return List.copyOf(clauses);
    }
}
