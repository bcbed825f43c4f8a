package meanwhile.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.model.Checker;
import meanwhile.model.Event;
import meanwhile.model.Paging;
import meanwhile.model.Sequence;
import meanwhile.model.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * Checks by {@link Paging} and {@link Sequence} that walks through all pages of a list that changes
 * meanwhile are complete and in order. A walk is all pages that one actor reads in the action, from
 * a first page to the next first one; votes and images are identified by their image.
 */
public final class ListPaging {
    private ListPaging() {}

    /** Checks that walks through votes are complete. */
    public static Verdict ofVotes(History history) {
        return each(
                history,
                walks(history.in(Phase.WHEN), Operation.ListVotes.class),
                ListPaging::voteOp,
                Paging::check);
    }

    /** Checks that walks through images are complete. */
    public static Verdict ofImages(History history) {
        return each(
                history,
                walks(history.in(Phase.WHEN), Operation.ListImages.class),
                ListPaging::imageOp,
                Paging::check);
    }

    /**
     * Checks that the totals that pages of votes and of images announce are large enough, during
     * the changes and after them.
     */
    public static Verdict totals(History history) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Phase phase : List.of(Phase.WHEN, Phase.THEN)) {
            verdicts.add(
                    each(
                            history,
                            walks(history.in(phase), Operation.ListVotes.class),
                            ListPaging::voteOp,
                            Paging::totals));
            verdicts.add(
                    each(
                            history,
                            walks(history.in(phase), Operation.ListImages.class),
                            ListPaging::imageOp,
                            Paging::totals));
        }
        return Verdict.worst(verdicts);
    }

    /** Checks that walks through votes show them in the order sent. */
    public static Verdict inOrder(History history) {
        List<Verdict> verdicts = new ArrayList<>();
        for (List<Call> walk : walks(history.in(Phase.WHEN), Operation.ListVotes.class)) {
            List<Event<Snapshots.Op>> events = new ArrayList<>();
            List<Call> calls = history.calls();
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (walk.contains(call) && call.answer(Answer.VotesListed.class) != null) {
                    page(call).elements().forEach(shown::add);
                }
                if (call.possible()
                        && call.operation() instanceof Operation.CastVote vote
                        && sameMember(call, walk.getFirst())) {
                    events.add(CallEvents.event(i, call, new Snapshots.Add(vote.image().value())));
                }
            }
            Call last = walk.getLast();
            events.add(CallEvents.event(calls.indexOf(last), last, new Snapshots.Read(shown)));
            verdicts.add(CallEvents.verdict(Sequence.check(events), calls));
        }
        return Verdict.worst(verdicts);
    }

    private static Verdict each(
            History history,
            List<List<Call>> walks,
            Function<Call, Paging.@Nullable Op> ops,
            Checker<Paging.Op> checker) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Call> calls = history.calls();
        for (List<Call> walk : walks) {
            List<Event<Paging.Op>> events = new ArrayList<>(unanswered(calls, walk));
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (walk.contains(call)) {
                    events.add(CallEvents.event(i, call, page(call)));
                } else if (call.possible()
                        && (sameMember(call, walk.getFirst())
                                || call.operation() instanceof Operation.DeleteImage)) {
                    Paging.Op op = ops.apply(call);
                    if (op != null) {
                        events.add(CallEvents.event(i, call, op));
                    }
                }
            }
            verdicts.add(CallEvents.verdict(checker.check(events), calls));
        }
        return Verdict.worst(verdicts);
    }

    /**
     * It is unknown which image an upload without an answer made: a walk may meet as many otherwise
     * unknown images as there are such uploads.
     */
    private static List<Event<Paging.Op>> unanswered(List<Call> calls, List<Call> walk) {
        Set<String> strange = new LinkedHashSet<>();
        for (Call page : walk) {
            if (page.answer(Answer.ImagesListed.class) != null) {
                strange.addAll(page(page).elements());
            }
        }
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            if (taken != null) {
                strange.remove(taken.id().value());
            } else if (call.operation() instanceof Operation.UploadImage
                    && call.possible()
                    && sameMember(call, walk.getFirst())) {
                open.add(i);
            }
        }
        List<Event<Paging.Op>> events = new ArrayList<>();
        for (String element : strange) {
            if (events.size() < open.size()) {
                int source = open.get(events.size());
                events.add(CallEvents.event(source, calls.get(source), new Paging.Add(element)));
            }
        }
        return events;
    }

    private static List<List<Call>> walks(History history, Class<? extends Operation> kind) {
        return PageWalks.of(
                history.of(kind).calls(),
                page -> page.actor() + " at " + page.door(),
                ListPaging::isFirst);
    }

    private static boolean isFirst(Call page) {
        return switch (page.operation()) {
            case Operation.ListVotes list -> list.after() == null;
            case Operation.ListImages list -> list.after() == null;
            default -> false;
        };
    }

    private static boolean sameMember(Call one, Call other) {
        return one.actor().member().equals(other.actor().member());
    }

    private static Paging.Page page(Call call) {
        Answer.VotesListed votes = call.answer(Answer.VotesListed.class);
        if (votes != null) {
            return new Paging.Page(
                    votes.votes().stream().map(vote -> vote.image().value()).toList(),
                    votes.next() == null,
                    votes.total());
        }
        Answer.ImagesListed images = call.answer(Answer.ImagesListed.class);
        return images == null
                ? new Paging.Page(List.of(), false, null)
                : new Paging.Page(
                        images.ids().stream().map(ImageId::value).toList(),
                        images.next() == null,
                        images.total());
    }

    private static Paging.@Nullable Op voteOp(Call call) {
        return switch (call.operation()) {
            case Operation.CastVote vote -> new Paging.Add(vote.image().value());
            case Operation.WithdrawVote withdrawal -> new Paging.Remove(withdrawal.image().value());
            case Operation.DeleteImage(ImageId image) -> new Paging.Remove(image.value());
            default -> null;
        };
    }

    private static Paging.@Nullable Op imageOp(Call call) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken != null) {
            return new Paging.Add(taken.id().value());
        }
        return call.operation() instanceof Operation.DeleteImage(ImageId image)
                ? new Paging.Remove(image.value())
                : null;
    }
}
