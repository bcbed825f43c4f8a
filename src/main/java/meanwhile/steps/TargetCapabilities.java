package meanwhile.steps;

import java.util.Set;
import meanwhile.actors.PictureFactory;
import meanwhile.check.VoteTotals;
import meanwhile.language.Capability;
import org.opentest4j.TestAbortedException;

/** The capabilities that not every target has. */
public final class TargetCapabilities {
    private final Set<Capability> lacks;
    private final Obstacle obstacle;

    public TargetCapabilities(RunServices run, Obstacle obstacle) {
        lacks = run.context().gallery().lacks();
        this.obstacle = obstacle;
    }

    /** How the target counts votes. */
    VoteTotals.Counting counting() {
        return lacks.contains(Capability.ONE_VOTE_PER_MEMBER)
                ? VoteTotals.Counting.EACH
                : VoteTotals.Counting.PER_MEMBER;
    }

    /** Skips the example on a target that lacks this capability. */
    void needs(Capability capability) {
        if (lacks.contains(capability)) {
            obstacle.notOffered("the target " + capability.lacked());
            throw new TestAbortedException(capability.lacked());
        }
    }

    /** A damaged file needs a target that inspects files. */
    void needsToLookInto(PictureFactory.Kind kind) {
        if (kind == PictureFactory.Kind.DAMAGED) {
            needs(Capability.LOOKS_INTO_PICTURES);
        }
    }
}
