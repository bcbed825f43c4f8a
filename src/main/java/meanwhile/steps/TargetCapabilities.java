package meanwhile.steps;

import java.util.Set;
import meanwhile.actors.PictureFactory;
import meanwhile.check.VoteTotals;
import meanwhile.language.Capability;
import org.opentest4j.TestAbortedException;

/** What the target is able to do, as far as not every gallery is. */
public final class TargetCapabilities {
    private final Set<Capability> lacks;
    private final Obstacle obstacle;

    public TargetCapabilities(RunServices run, Obstacle obstacle) {
        lacks = run.context().gallery().lacks();
        this.obstacle = obstacle;
    }

    /** What counts as one vote on the target. */
    VoteTotals.Counting counting() {
        return lacks.contains(Capability.ONE_VOTE_PER_MEMBER)
                ? VoteTotals.Counting.EACH
                : VoteTotals.Counting.PER_MEMBER;
    }

    /** The example makes no sense on a target that lacks this. */
    void needs(Capability capability) {
        if (lacks.contains(capability)) {
            obstacle.notOffered("the target " + capability.lacked());
            throw new TestAbortedException(capability.lacked());
        }
    }

    /** Who sends a damaged file expects that somebody finds out. */
    void needsToLookInto(PictureFactory.Kind kind) {
        if (kind == PictureFactory.Kind.DAMAGED) {
            needs(Capability.LOOKS_INTO_PICTURES);
        }
    }
}
