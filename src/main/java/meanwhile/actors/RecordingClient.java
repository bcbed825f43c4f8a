package meanwhile.actors;

import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;

/**
 * Sends operations in one session and records each call in the round's history. The first call
 * waits at the gate, if there is one.
 */
final class RecordingClient {
    private final ActorName name;
    private final RoundContext round;
    private final Phase phase;
    private final Gallery.Sender sender;
    private @Nullable Release release;
    private @Nullable Long planned;
    private Turns.@Nullable Turn turn;

    /**
     * @param release holds the first call; null to send it at once
     */
    RecordingClient(
            ActorName name,
            RoundContext round,
            Phase phase,
            Gallery.Sender sender,
            @Nullable Release release) {
        this.name = name;
        this.round = round;
        this.phase = phase;
        this.sender = sender;
        this.release = release;
    }

    /** Returns a client without a session, which prepares a round. */
    static RecordingClient visitor(ActorName name, RoundContext round, int door) {
        return new RecordingClient(name, round, Phase.GIVEN, new Gallery.Sender(door, null), null);
    }

    ActorName name() {
        return name;
    }

    RoundContext round() {
        return round;
    }

    Gallery.Sender sender() {
        return sender;
    }

    /** Sets the time at which the next call should begin, to be recorded with it. */
    void planned(long nanoTime) {
        planned = nanoTime;
    }

    /** Lets each call wait for its turn. */
    void inTurn(Turns.Turn turns) {
        turn = turns;
    }

    /** Returns the same client in another session; what is set for the next call moves to it. */
    RecordingClient with(Gallery.Sender other) {
        RecordingClient same = new RecordingClient(name, round, phase, other, release);
        release = null;
        same.planned = planned;
        planned = null;
        same.turn = turn;
        return same;
    }

    /** Sends one operation, waits for its end, and returns the recorded call. */
    Call send(Operation operation) throws GateClosed {
        return send(operation, atGate());
    }

    /** The release of the first call, which this one will be. */
    @Nullable Release atGate() {
        Release gate = release;
        release = null;
        return gate;
    }

    /** Does the same with its own release. */
    Call send(Operation operation, @Nullable Release gate) throws GateClosed {
        return send(
                operation,
                gate,
                held -> round.run().gallery().send(sender.concurrently(), operation, held));
    }

    /** Does the same in another way. */
    Call send(Operation operation, @Nullable Release gate, Sending way) throws GateClosed {
        if (turn != null) {
            turn.take();
        }
        Ledger ledger = round.run().ledger();
        ledger.enter();
        try {
            return sent(operation, gate, way);
        } finally {
            ledger.leave();
            if (turn != null) {
                turn.give();
            }
        }
    }

    private Call sent(Operation operation, @Nullable Release gate, Sending way) throws GateClosed {
        OutOfTime.check();
        Long due = planned;
        planned = null;
        round.run().elsewhere().sends(round.recorder(), operation);
        Gallery.Reply reply = way.send(gate);
        if (Thread.currentThread().isInterrupted()) {
            reply = brokenOff(reply);
        }
        boolean gated = gate instanceof Gate.Place;
        Call call =
                round.recorder().record(phase, name, sender.door(), gated, operation, reply, due);
        round.run().ledger().note(call, sender);
        round.run().elsewhere().answered(round.recorder(), call);
        OutOfTime.check();
        if (call.outcome() instanceof Outcome.Unknown unknown
                && unknown.cause() != Outcome.Cause.BROKEN_OFF) {
            round.askAfterHealth();
        }
        return call;
    }

    /** A call without an answer because its example's time is over was broken off by us. */
    private static Gallery.Reply brokenOff(Gallery.Reply reply) {
        return reply.outcome() instanceof Outcome.Unknown(_, String detail)
                ? new Gallery.Reply(
                        new Outcome.Unknown(Outcome.Cause.BROKEN_OFF, detail),
                        reply.begun(),
                        reply.released(),
                        reply.firstByte(),
                        reply.ended())
                : reply;
    }

    /**
     * Sends one operation that must be accepted, as preparations must. Retries for some seconds
     * when told to come back: a gallery that is busy for a moment must not spoil the preparation.
     *
     * @throws Unprepared if it was not accepted
     */
    <A extends Answer> A must(Operation operation, Class<A> answer) throws GateClosed {
        Call call = Retry.comingBack(() -> send(operation), Call::outcome);
        A said = call.answer(answer);
        if (said == null) {
            throw new Unprepared(call, round.world());
        }
        return said;
    }
}
