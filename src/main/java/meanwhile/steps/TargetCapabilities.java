package meanwhile.steps;

import java.util.HashSet;
import java.util.Set;
import meanwhile.actors.PictureFactory;
import meanwhile.check.VoteTotals;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The capabilities that not every target has. */
public final class TargetCapabilities {
    private final Set<Capability> lacks;
    private final Obstacle obstacle;
    private final Repetitions repetitions = new Repetitions();
    private boolean votesAgain;

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

    /**
     * Notes that a step lets a member vote. Skips the example if it repeats a vote and the target
     * would take the first back.
     *
     * @param image null if it may be any
     */
    void votes(ActorName actor, VoteValue value, @Nullable ImageName image) {
        String name = image == null ? null : image.value();
        if (repetitions.isAgain(actor.member(), "vote " + value, name)) {
            needs(Capability.REPEATED_VOTE_STANDS);
        }
        votesAgain |= repetitions.isAgain(actor.member(), "vote", name);
    }

    /** The same for a member who votes up and down in turn. */
    void votesUpAndDown(ActorName actor, ImageName image) {
        votes(actor, VoteValue.UP, image);
        votes(actor, VoteValue.DOWN, image);
    }

    /** The same for a favourite. */
    void favours(ActorName actor, @Nullable ImageName image) {
        if (repetitions.isAgain(
                actor.member(), "favourite", image == null ? null : image.value())) {
            needs(Capability.REPEATED_FAVOURITE_STANDS);
        }
    }

    /** Why votes may be refused: for these reasons, and where second ones are, as such. */
    Set<Refusal> refusalsOfVotes(Set<Refusal> reasons) {
        Set<Refusal> all = new HashSet<>(reasons);
        if (votesAgain && lacks.contains(Capability.SECOND_VOTE_ACCEPTED)) {
            all.add(Refusal.DUPLICATE);
        }
        return all;
    }

    /** A damaged file needs a target that inspects files. */
    void needsToLookInto(PictureFactory.Kind kind) {
        if (kind == PictureFactory.Kind.DAMAGED) {
            needs(Capability.LOOKS_INTO_PICTURES);
        }
    }
}
