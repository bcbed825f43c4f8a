package meanwhile.suite.prove;

import java.util.ArrayList;
import java.util.List;
import meanwhile.proof.Subject;
import meanwhile.reference.defect.Decoy;
import meanwhile.reference.defect.Decoys;
import meanwhile.reference.defect.PlantedDefect;
import meanwhile.reference.defect.PlantedDefects;

/** All subjects that the suite can be tried on. */
public final class ProofSubjects {
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
}
