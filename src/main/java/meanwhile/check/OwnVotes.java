package meanwhile.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import meanwhile.model.Event;
import meanwhile.model.Register;
import org.jspecify.annotations.Nullable;

/**
 * Checks as a {@link Register} that a member's own vote on an image is seen as it was cast: casting
 * sets it, withdrawing it and deleting the image clear it, and a vote history of one page shows it
 * to its owner without delay.
 */
public final class OwnVotes {
    private OwnVotes() {}

    /**
     * Checks that for each member and image, some order explains what the member did and saw. Only
     * images that were uploaded in this history and seen ready in it are judged: no one voted on
     * them before, and their processing did not fail and take the votes with it.
     *
     * @param budget the number of steps that may be tried for each
     */
    public static Verdict explained(History history, long budget) {
        Set<String> members = new TreeSet<>();
        for (Call call : history.of(Operation.ListVotes.class).calls()) {
            members.add(call.actor().member());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (ImageId image : ready(history)) {
            for (String member : members) {
                verdicts.add(of(member, image, history, budget));
            }
        }
        return Verdict.worst(verdicts);
    }

    /** The same for one member and one image, on which they had no vote before. */
    public static Verdict of(String member, ImageId image, History history, long budget) {
        return CallEvents.verdict(
                Register.check(events(member, image, history), null, budget), history.calls());
    }

    /** The images that were uploaded in this history and seen ready in it. */
    static Set<ImageId> ready(History history) {
        Set<ImageId> ready = new HashSet<>();
        for (Call call : history.of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
            if (seen != null && seen.status() == ImageStatus.READY) {
                ready.add(seen.id());
            }
        }
        ready.retainAll(UploadCompletion.acknowledged(history).keySet());
        return ready;
    }

    private static List<Event<Register.Op>> events(String member, ImageId image, History history) {
        List<Event<Register.Op>> events = new ArrayList<>();
        List<Call> calls = history.calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Register.Op op = call.possible() ? op(call, member, image) : null;
            if (op != null) {
                events.add(CallEvents.event(i, call, op));
            }
        }
        return events;
    }

    private static Register.@Nullable Op op(Call call, String member, ImageId image) {
        if (call.operation() instanceof Operation.DeleteImage(ImageId deleted)) {
            return deleted.equals(image) ? new Register.Write(null) : null;
        }
        if (!call.actor().member().equals(member)) {
            return null;
        }
        return switch (call.operation()) {
            case Operation.CastVote vote when vote.image().equals(image) ->
                    new Register.Write(word(vote.value()));
            case Operation.WithdrawVote withdrawal when withdrawal.image().equals(image) ->
                    new Register.Write(null);
            case Operation.ListVotes list when list.after() == null -> seen(call, image);
            default -> null;
        };
    }

    private static Register.@Nullable Op seen(Call call, ImageId image) {
        Answer.VotesListed listed = call.answer(Answer.VotesListed.class);
        if (listed == null || listed.next() != null) {
            return null;
        }
        List<String> values =
                listed.votes().stream()
                        .filter(vote -> vote.image().equals(image))
                        .map(vote -> word(vote.value()))
                        .toList();
        return new Register.Read(values.isEmpty() ? null : String.join(" and ", values));
    }

    private static String word(VoteValue value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
