package meanwhile.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;

/** Checks that a member's lists, read at the end, hold what was accepted and not taken back. */
public final class MemberLists {
    private static final String QUIET = "The lists were read when nobody wrote any more";

    private MemberLists() {}

    /** Checks that the images listed are the accepted uploads that were not deleted, each once. */
    public static Verdict images(String member, History history) {
        Map<String, Call> expected = new HashMap<>();
        Set<String> doubtful = new TreeSet<>();
        for (Call call : own(member, history).calls()) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            if (taken != null) {
                expected.put(taken.id().value(), call);
            }
            if (call.operation() instanceof Operation.DeleteImage(ImageId image)) {
                if (call.accepted()) {
                    expected.remove(image.value());
                } else if (!call.outcome().isDefinite()) {
                    doubtful.add(image.value());
                }
            }
        }
        boolean certain =
                own(member, history).of(Operation.UploadImage.class).stream()
                        .allMatch(call -> call.outcome().isDefinite());
        return compare(
                expected,
                doubtful,
                certain,
                own(member, history).in(Phase.THEN).of(Operation.ListImages.class));
    }

    /** Checks that the votes listed are the accepted ones that were not withdrawn, each once. */
    public static Verdict votes(String member, History history) {
        Map<String, Call> expected = new HashMap<>();
        Set<String> doubtful = new TreeSet<>();
        for (Call call : own(member, history).calls()) {
            if (call.operation() instanceof Operation.CastVote vote) {
                if (call.accepted()) {
                    expected.put(vote.image().value(), call);
                } else if (!call.outcome().isDefinite()) {
                    doubtful.add(vote.image().value());
                }
            }
            if (call.operation() instanceof Operation.WithdrawVote withdrawal) {
                if (call.accepted()) {
                    expected.remove(withdrawal.image().value());
                } else if (!call.outcome().isDefinite()) {
                    doubtful.add(withdrawal.image().value());
                }
            }
        }
        return compare(
                expected,
                doubtful,
                true,
                own(member, history).in(Phase.THEN).of(Operation.ListVotes.class));
    }

    private static Verdict compare(
            Map<String, Call> expected, Set<String> doubtful, boolean certain, History pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (Call page : pages.calls()) {
            List<String> shown = shown(page);
            if (shown == null) {
                return new Verdict.Undecided("the list could not be read");
            }
            shown.forEach(id -> seen.merge(id, 1, Integer::sum));
        }
        for (Map.Entry<String, Call> one : expected.entrySet()) {
            int times = seen.getOrDefault(one.getKey(), 0);
            if (times != 1 && !doubtful.contains(one.getKey())) {
                return Verdict.contradicted(
                        "Expected it to be listed once, saw it %d times".formatted(times),
                        CounterExample.join(List.of(one.getValue()), pages.calls()),
                        QUIET);
            }
        }
        for (String id : seen.keySet()) {
            if (certain && !expected.containsKey(id) && !doubtful.contains(id)) {
                return Verdict.contradicted(
                        "Expected only what was accepted and not taken back, saw something else",
                        pages.calls(),
                        QUIET);
            }
        }
        return Verdict.holds();
    }

    private static @org.jspecify.annotations.Nullable List<String> shown(Call page) {
        Answer.ImagesListed images = page.answer(Answer.ImagesListed.class);
        Answer.VotesListed votes = page.answer(Answer.VotesListed.class);
        return images != null
                ? images.ids().stream().map(ImageId::value).toList()
                : votes == null
                        ? null
                        : votes.votes().stream().map(vote -> vote.image().value()).toList();
    }

    private static History own(String member, History history) {
        return history.where(call -> call.actor().member().equals(member));
    }
}
