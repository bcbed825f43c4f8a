package meanwhile.history;

import java.util.ArrayList;
import java.util.List;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ExpectedAnswer;
import meanwhile.language.Gallery;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Records calls: append-only, safe for many actors at once. It also checks that each answer that a
 * driver reports fits its operation; a driver that breaks this rule has a bug, so the recorder
 * throws.
 */
public final class Recorder {
    private final long origin;
    private final List<Call> calls = new ArrayList<>();

    /**
     * @param origin the run's beginning, as {@link System#nanoTime()}
     */
    public Recorder(long origin) {
        this.origin = origin;
    }

    /** Records one call and returns it. */
    public synchronized Call record(
            Phase phase,
            ActorName actor,
            int door,
            boolean gated,
            Operation operation,
            Gallery.Reply reply) {
        return record(phase, actor, door, gated, operation, reply, null);
    }

    /** Records one call that should have begun at a planned time of {@link System#nanoTime()}. */
    public synchronized Call record(
            Phase phase,
            ActorName actor,
            int door,
            boolean gated,
            Operation operation,
            Gallery.Reply reply,
            @Nullable Long planned) {
        requireFitting(operation, reply.outcome());
        Call.Times times =
                new Call.Times(
                        reply.begun() - origin,
                        reply.released() - origin,
                        reply.firstByte() - origin,
                        reply.ended() - origin,
                        planned == null ? null : planned - origin);
        Call call =
                new Call(
                        calls.size(), phase, actor, door, gated, operation, times, reply.outcome());
        calls.add(call);
        return call;
    }

    /** The history so far. */
    public synchronized History history() {
        return new History(calls);
    }

    private static void requireFitting(Operation operation, Outcome outcome) {
        Class<? extends Answer> expected = ExpectedAnswer.of(operation);
        if (outcome instanceof Outcome.Accepted(_, Answer answer) && !expected.isInstance(answer)) {
            throw new IllegalStateException(
                    "a driver answered %s with %s; only %s fits"
                            .formatted(
                                    operation.key(),
                                    answer.getClass().getSimpleName(),
                                    expected.getSimpleName()));
        }
    }
}
