package meanwhile.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.Answer.VoteSeen;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;

/**
 * Checks that an image's vote totals equal the votes in members' lists, in a moment of {@link
 * Quiescence}.
 */
public final class VoteCounts {
    private VoteCounts() {}

    /**
     * Checks that each quiescent read of the image shows exactly the votes that its members' lists
     * hold.
     */
    public static Verdict totalsEqualLists(ImageId image, History history) {
        History looking = history.in(Phase.THEN);
        List<Call> lists = looking.of(Operation.ListVotes.class).calls();
        if (Quiescence.unread(lists, Answer.VotesListed.class)) {
            return new Verdict.Undecided("the votes could not be read");
        }
        long doubts = doubts(image, history);
        Set<Held> held = votesOn(image, lists);
        long up = held.stream().filter(one -> one.vote().value() == VoteValue.UP).count();
        long down = held.size() - up;
        for (Call read : looking.of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
            if (seen == null || !seen.id().equals(image)) {
                continue;
            }
            if (seen.up() == null || seen.down() == null) {
                return new Verdict.NotOffered("the target's images carry no vote totals");
            }
            if (Math.abs(seen.up() - up) > doubts || Math.abs(seen.down() - down) > doubts) {
                return Verdict.contradicted(
                        "Expected the totals to be the votes in the lists, %d up and %d down; saw %d up and %d down"
                                .formatted(up, down, seen.up(), seen.down()),
                        CounterExample.join(lists, List.of(read)),
                        "Nobody was voting any more when these were read");
            }
        }
        return Verdict.holds();
    }

    /** Checks that the member's own list, read at the end, holds exactly one vote on the image. */
    public static Verdict exactlyOne(String member, ImageId image, History history) {
        List<Call> lists =
                history.in(Phase.THEN)
                        .of(Operation.ListVotes.class)
                        .where(call -> call.actor().member().equals(member))
                        .calls();
        if (Quiescence.unread(lists, Answer.VotesListed.class)) {
            return new Verdict.Undecided("the votes could not be read");
        }
        long votes =
                lists.stream()
                        .flatMap(list -> votes(list).stream())
                        .filter(vote -> vote.image().equals(image))
                        .count();
        boolean none = votes == 0 && doubts(image, history) > 0;
        if (votes == 0 && !taken(member, image, history)) {
            return new Verdict.Undecided("no vote of %s was taken".formatted(member));
        }
        return votes == 1 || none
                ? Verdict.holds()
                : Verdict.contradicted(
                        "Expected exactly one vote of %s, saw %d".formatted(member, votes),
                        lists,
                        "A member has one vote per image");
    }

    private static boolean taken(String member, ImageId image, History history) {
        return history.of(Operation.CastVote.class).stream()
                .anyMatch(
                        call ->
                                call.possible()
                                        && call.actor().member().equals(member)
                                        && call.operation() instanceof Operation.CastVote vote
                                        && vote.image().equals(image));
    }

    /** The number of requests about the image that may or may not have taken effect. */
    private static long doubts(ImageId image, History history) {
        return Quiescence.doubts(
                history,
                operation ->
                        switch (operation) {
                            case Operation.CastVote vote -> vote.image().equals(image);
                            case Operation.WithdrawVote(_, ImageId id) -> id.equals(image);
                            default -> false;
                        });
    }

    /**
     * A vote and its holder: a target may give votes names that are unique only within a member.
     */
    private record Held(String member, VoteSeen vote) {}

    private static Set<Held> votesOn(ImageId image, List<Call> lists) {
        return lists.stream()
                .flatMap(
                        list ->
                                votes(list).stream()
                                        .map(vote -> new Held(list.actor().member(), vote)))
                .filter(one -> one.vote().image().equals(image))
                .collect(Collectors.toSet());
    }

    private static List<VoteSeen> votes(Call list) {
        Answer.VotesListed listed = list.answer(Answer.VotesListed.class);
        return listed == null ? List.of() : listed.votes();
    }
}
