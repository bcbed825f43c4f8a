package meanwhile.suite.tryout;

import java.util.ArrayList;
import java.util.List;
import meanwhile.language.Gallery;
import meanwhile.target.Profile;

/** Tries everything that a profile describes: a gallery's operations, and a domain of its own. */
public final class TargetProbe {
    private TargetProbe() {}

    /** Returns a row for each operation. A target that is no gallery lacks nothing of one. */
    public static List<OperationProbe.Row> rows(Profile profile, Gallery gallery) {
        OperationProbe operations = new OperationProbe(profile, gallery);
        List<OperationProbe.Row> rows = new ArrayList<>(operations.play());
        if (profile.operations().isEmpty() && !profile.declared().domain().isEmpty()) {
            rows.clear();
        }
        rows.addAll(new DomainProbe(profile, gallery, operations.member()).play());
        return rows;
    }
}
