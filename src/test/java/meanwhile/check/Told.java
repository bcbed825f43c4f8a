package meanwhile.check;

import java.util.ArrayList;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;

/** Tiny histories, written by hand. Times are milliseconds. */
public final class Told {
    public static final ImageId TABBY = new ImageId("tabby");

    private final List<Call> calls = new ArrayList<>();
    private Phase phase = Phase.WHEN;
    private int door;

    public Told in(Phase next) {
        phase = next;
        return this;
    }

    public Told through(int next) {
        door = next;
        return this;
    }

    public Told accepted(String actor, long from, long to, Operation operation, Answer answer) {
        return call(actor, from, to, operation, new Outcome.Accepted(200, answer));
    }

    public Told refused(String actor, long from, long to, Operation operation, Refusal why) {
        return call(actor, from, to, operation, new Outcome.Refused(400, why, null, ""));
    }

    public Told unknown(String actor, long from, long to, Operation operation) {
        return call(
                actor, from, to, operation, new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late"));
    }

    public Told call(String actor, long from, long to, Operation operation, Outcome outcome) {
        Call.Times times = new Call.Times(nanos(from), nanos(from), nanos(to), nanos(to));
        ActorName name = new ActorName(actor, null);
        calls.add(new Call(calls.size(), phase, name, door, false, operation, times, outcome));
        return this;
    }

    public Told up(String actor, long from, long to) {
        return accepted(
                actor, from, to, vote(VoteValue.UP), new Answer.VoteTaken(new VoteId(actor)));
    }

    public Told down(String actor, long from, long to) {
        return accepted(
                actor, from, to, vote(VoteValue.DOWN), new Answer.VoteTaken(new VoteId(actor)));
    }

    /** A vote up that the gallery gives this name. */
    public Told cast(String actor, long from, long to, String id) {
        return accepted(actor, from, to, vote(VoteValue.UP), new Answer.VoteTaken(new VoteId(id)));
    }

    public Told withdrawn(String actor, long from, long to) {
        return accepted(
                actor,
                from,
                to,
                new Operation.WithdrawVote(new VoteId(actor), TABBY),
                new Answer.Done());
    }

    public Told sees(String actor, long from, long to, long up, long down) {
        return accepted(
                actor,
                from,
                to,
                new Operation.ReadImage(TABBY),
                new Answer.ImageSeen(TABBY, ImageStatus.READY, "Tabby", up, down, 1L));
    }

    public Told uploaded(String actor, long from, long to, String id) {
        return accepted(actor, from, to, upload(id), new Answer.UploadTaken(new ImageId(id)));
    }

    static Operation upload(String id) {
        return new Operation.UploadImage(
                ImageFile.of(
                        id + ".png",
                        "image/png",
                        id.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                id);
    }

    public static Operation.CastVote vote(VoteValue value) {
        return new Operation.CastVote(TABBY, value);
    }

    public History history() {
        return new History(calls);
    }

    private static long nanos(long millis) {
        return millis * 1_000_000;
    }
}
