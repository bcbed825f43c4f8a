package meanwhile.check.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;

/**
 * Checks that a member's own lists show at once what the member did: each look is judged by the
 * laws, by what had been answered when it began. What was under way at that time may show or not.
 */
public final class OwnView {
    /** The laws about lists that a member alone changes. */
    private static final Set<String> OWN =
            Set.of("vote lists", "favourite lists", "image lists", "collection entries");

    private OwnView() {}

    /** Judges every look of the member at an own list. */
    public static Verdict atOnce(String member, History history) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Call look : history.calls()) {
            if (look.actor().member().equals(member)
                    && look.accepted()
                    && isOwn(look, member, history)) {
                QuietWorld world =
                        new QuietWorld(before(look, member, history), List.of(look), Set.of());
                Laws.ALL.stream()
                        .filter(law -> OWN.contains(law.name()))
                        .map(law -> law.in(world))
                        .filter(verdict -> !(verdict instanceof Verdict.Undecided))
                        .forEach(verdicts::add);
            }
        }
        return verdicts.isEmpty()
                ? new Verdict.Undecided("%s looked at no list".formatted(member))
                : Verdict.worst(verdicts);
    }

    private static boolean isOwn(Call look, String member, History history) {
        return look.operation() instanceof Operation.ListVotes
                || look.operation() instanceof Operation.ListFavourites
                || look.operation() instanceof Operation.ListImages
                || (look.operation() instanceof Operation.ReadCollection(CollectionId read)
                        && history.stream()
                                .filter(call -> call.actor().member().equals(member))
                                .map(call -> call.answer(Answer.CollectionMade.class))
                                .anyMatch(made -> made != null && made.id().equals(read)));
    }

    /**
     * The calls that had ended when the look began. Those under way may have happened or not, and
     * what others did need not show yet.
     */
    private static History before(Call look, String member, History history) {
        List<Call> before = new ArrayList<>();
        for (Call call : history.calls()) {
            boolean own =
                    call.actor().member().equals(member)
                            || !(call.operation() instanceof Operation.Write);
            if (own && call.before(look)) {
                before.add(call);
            } else if (call.times().begun() < look.times().ended()
                    && call.operation() instanceof Operation.Write) {
                before.add(open(call));
            }
        }
        return new History(before);
    }

    private static Call open(Call call) {
        return call.possible()
                ? new Call(
                        call.number(),
                        call.phase(),
                        call.actor(),
                        call.door(),
                        call.gated(),
                        call.operation(),
                        call.times(),
                        new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "under way"))
                : call;
    }
}
