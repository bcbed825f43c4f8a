package meanwhile.steps;

import java.util.Set;
import meanwhile.actors.ActorSession;
import meanwhile.actors.Round;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.GateClosed;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;

/** Voting, as phrases of many kinds do it. */
final class VoteCalls {
    private VoteCalls() {}

    /** Votes on an image by its name, and remembers the vote. */
    static Call vote(ActorSession me, VoteValue value, ImageName image) throws GateClosed {
        return vote(me, value, me.world().image(image.value()));
    }

    /** Votes, and remembers the vote. */
    static Call vote(ActorSession me, VoteValue value, ImageId id) throws GateClosed {
        Call call = me.does(new Operation.CastVote(id, value));
        know(me, id, call);
        return call;
    }

    /** Remembers the vote of the call, if it was accepted. */
    static void know(ActorSession me, ImageId image, Call call) {
        Answer.VoteTaken taken = call.answer(Answer.VoteTaken.class);
        if (taken != null) {
            me.world().know(me.name().member(), image, taken.id());
        }
    }

    /** Whether a call casts or withdraws a vote. */
    static boolean isVote(Call call) {
        return call.operation() instanceof Operation.CastVote
                || call.operation() instanceof Operation.WithdrawVote;
    }

    /** The votes of the action, without those of the preparation. */
    static History of(History history) {
        return history.in(Phase.WHEN).where(VoteCalls::isVote);
    }

    /** Questions about counts of votes mean nothing where no vote was ever taken. */
    static Premises taken() {
        return Premises.needs(
                "a vote was accepted",
                round -> round.history().where(call -> isVote(call) && call.accepted()));
    }

    /** The same for the votes on one image. */
    static Premises taken(ImageName image) {
        return Premises.needs(
                "a vote on “%s” was accepted".formatted(image.value()),
                round -> on(round, image).where(Call::accepted));
    }

    /** The votes on one image were accepted, or told that it is not ready. */
    static Premises told(ImageName image) {
        return Premises.needs(
                "a vote on “%s” was answered".formatted(image.value()),
                round ->
                        on(round, image)
                                .where(
                                        call ->
                                                call.accepted()
                                                        || call.outcome()
                                                                .isRefused(Refusal.NOT_READY)));
    }

    private static History on(Round round, ImageName image) {
        ImageId id = round.world().image(image.value());
        return round.history()
                .where(
                        call ->
                                call.operation() instanceof Operation.CastVote vote
                                        && vote.image().equals(id));
    }

    /** The actors who ever voted in this round, each on the device used first. */
    static Set<ActorName> voters(Round round) {
        return Participants.of(round.history().where(VoteCalls::isVote));
    }
}
