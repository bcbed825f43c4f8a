package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Operation.CastVote;
import meanwhile.language.Operation.WithdrawVote;
import meanwhile.language.VoteValue;
import meanwhile.model.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the vote totals of an image, read at any time, are explained by the votes of its
 * members. Each member's vote is a register (nothing, up or down); a read of the totals sees, of
 * each register, some value that it may have had during the read. The read is legal if such values
 * add up to it.
 *
 * <p>Sound: the possible values of a register always include the real ones. Incomplete: each read
 * is judged by itself, so two reads that only contradict each other pass.
 */
public final class VoteTotals {
    /** A member's vote at one moment. */
    private enum Standing {
        NONE,
        UP,
        DOWN
    }

    /** What counts as one vote. */
    public enum Counting {
        /** A member's vote on the image: a second one replaces the first. */
        PER_MEMBER,
        /** Each vote counts, whoever cast it. */
        EACH
    }

    private final long delay;
    private final Map<String, List<Call>> writes = new HashMap<>();
    private final Set<String> shared;

    private VoteTotals(ImageId image, History history, Duration delay, Counting counting) {
        this.delay = delay.toNanos();
        List<Call> votes =
                history.calls().stream()
                        .filter(call -> call.possible() && image.equals(votedOn(call.operation())))
                        .toList();
        shared = counting == Counting.EACH ? shared(votes) : Set.of();
        for (Call call : votes) {
            String register = counting == Counting.EACH ? vote(call) : call.actor().member();
            writes.computeIfAbsent(register, _ -> new ArrayList<>()).add(call);
        }
    }

    /** Names that the gallery gave to several votes, as a gallery does that keeps only a count. */
    private static Set<String> shared(List<Call> votes) {
        Set<String> once = new HashSet<>();
        Set<String> often = new HashSet<>();
        for (Call call : votes) {
            Answer.VoteTaken taken = call.answer(Answer.VoteTaken.class);
            if (taken != null && !once.add(taken.id().value())) {
                often.add(taken.id().value());
            }
        }
        return often;
    }

    /** A vote by the gallery's name for it; a vote without a name cannot be referred to. */
    private String vote(Call call) {
        if (call.operation() instanceof WithdrawVote withdrawal) {
            return withdrawal.vote().value();
        }
        Answer.VoteTaken taken = call.answer(Answer.VoteTaken.class);
        return taken == null || shared.contains(taken.id().value())
                ? "call " + call.number()
                : taken.id().value();
    }

    /**
     * Checks that every read of the image's totals in the history is explained by the votes in it.
     * The image must have had no votes before.
     *
     * @param delay the promised delay until others' votes are counted; a member's own count at once
     */
    public static Verdict explained(ImageId image, History history, Duration delay) {
        return explained(image, history, delay, Counting.PER_MEMBER);
    }

    /** The same for a gallery that may count each vote of a member. */
    public static Verdict explained(
            ImageId image, History history, Duration delay, Counting counting) {
        VoteTotals totals = new VoteTotals(image, history, delay, counting);
        if (!Collections.disjoint(totals.shared, totals.writes.keySet())) {
            return new Verdict.Undecided(
                    "the gallery gives several votes the same name, and nobody can tell which of"
                            + " them was withdrawn");
        }
        for (Call read : history.of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = read.answer(Answer.ImageSeen.class);
            if (seen == null || !seen.id().equals(image)) {
                continue;
            }
            if (seen.up() == null || seen.down() == null) {
                return new Verdict.NotOffered("the target's images carry no vote totals");
            }
            if (!totals.possible(read, seen.up(), seen.down())) {
                return totals.shrink(read, seen);
            }
        }
        return Verdict.holds();
    }

    private static @Nullable ImageId votedOn(Operation operation) {
        return switch (operation) {
            case CastVote vote -> vote.image();
            case WithdrawVote withdrawal -> withdrawal.image();
            default -> null;
        };
    }

    /** Whether values that the registers may have during the read add up to these totals. */
    private boolean possible(Call read, long up, long down) {
        Set<Long> reachable = Set.of(0L);
        for (Map.Entry<String, List<Call>> member : writes.entrySet()) {
            Set<Standing> standings = standings(member.getValue(), read);
            Set<Long> next = new HashSet<>();
            for (long sum : reachable) {
                for (Standing standing : standings) {
                    next.add(
                            switch (standing) {
                                case NONE -> sum;
                                case UP -> sum + (1L << 32);
                                case DOWN -> sum + 1;
                            });
                }
            }
            reachable = next;
        }
        return up >= 0 && down >= 0 && reachable.contains((up << 32) + down);
    }

    private Set<Standing> standings(List<Call> calls, Call read) {
        boolean own = read.actor().member().equals(calls.getFirst().actor().member());
        long from = read.times().begun() - (own ? 0 : delay);
        EnumSet<Standing> standings = EnumSet.noneOf(Standing.class);
        if (calls.stream().noneMatch(call -> doneBefore(call, from))) {
            standings.add(Standing.NONE);
        }
        for (Call call : calls) {
            boolean begun = call.times().begun() <= read.times().ended();
            boolean replaced =
                    calls.stream()
                            .anyMatch(
                                    later ->
                                            doneBefore(later, from)
                                                    && later.times().begun() > call.latestEffect());
            if (begun && !replaced) {
                standings.add(after(call.operation()));
            }
        }
        return standings;
    }

    private static boolean doneBefore(Call call, long moment) {
        return call.accepted() && call.times().ended() < moment;
    }

    private static Standing after(Operation operation) {
        return operation instanceof CastVote vote
                ? vote.value() == VoteValue.UP ? Standing.UP : Standing.DOWN
                : Standing.NONE;
    }

    /**
     * Too few votes: one more confirmed vote than was seen proves it. Too many: all votes that
     * could count prove it. Otherwise only the sum is impossible, which takes all calls to show.
     */
    private Verdict shrink(Call read, Answer.ImageSeen seen) {
        long up = Objects.requireNonNull(seen.up());
        long down = Objects.requireNonNull(seen.down());
        for (Standing side : List.of(Standing.UP, Standing.DOWN)) {
            long saw = side == Standing.UP ? up : down;
            String word = side == Standing.UP ? "up" : "down";
            List<List<Call>> certain = members(read, standings -> standings.equals(Set.of(side)));
            if (saw < certain.size()) {
                List<List<Call>> few = certain.subList(0, (int) Math.max(-1, saw) + 1);
                return shown(
                        read,
                        few,
                        "Expected at least %s %s, saw %d"
                                        .formatted(votes(certain.size()), word, saw)
                                + Ruling.enough(few.size(), certain.size(), "confirmed votes"),
                        "All of these were confirmed before, and none was taken back:"
                                + " a confirmed vote is missing");
            }
            List<List<Call>> conceivable = members(read, standings -> standings.contains(side));
            if (saw > conceivable.size()) {
                return shown(
                        read,
                        conceivable,
                        "Expected at most %s %s, saw %d"
                                .formatted(votes(conceivable.size()), word, saw),
                        "No other vote "
                                + word
                                + " could count then: one counts that nobody holds");
            }
        }
        return shown(
                read,
                members(read, _ -> true),
                "Expected totals that the votes explain, saw %d up and %d down".formatted(up, down),
                "No order of these calls gives these totals together");
    }

    private static String votes(int number) {
        return number == 1 ? "1 vote" : number + " votes";
    }

    private List<List<Call>> members(Call read, Predicate<Set<Standing>> wanted) {
        return writes.entrySet().stream()
                .filter(member -> wanted.test(standings(member.getValue(), read)))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Verdict shown(
            Call read, List<List<Call>> members, String expected, String conclusion) {
        List<Call> calls = new ArrayList<>(List.of(read));
        members.forEach(calls::addAll);
        return Verdict.contradicted(expected, calls, conclusion);
    }
}
