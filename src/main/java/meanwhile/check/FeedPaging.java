package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.model.Event;
import meanwhile.model.Paging;
import meanwhile.model.Ruling;
import meanwhile.model.Sequence;
import meanwhile.model.Snapshots;
import org.jspecify.annotations.Nullable;

/**
 * Checks that walks through a feed, or through the images with a tag, meet each image once. Images
 * that others upload or delete meanwhile may appear or not, because each becomes ready at its own
 * time; an image seen ready so long before that everyone should know must be met exactly once.
 * Images that the example did not create are not judged.
 */
public final class FeedPaging {
    private FeedPaging() {}

    /**
     * Checks that every walk meets everything that was there throughout exactly once, and nothing
     * twice.
     *
     * @param delay the promised delay until others see what is ready
     */
    public static Verdict complete(History history, Duration delay) {
        List<Verdict> verdicts = new ArrayList<>();
        Set<ImageId> known = UploadCompletion.acknowledged(history).keySet();
        Map<ImageId, Long> ready = seenReady(history);
        for (List<Call> walk : walks(history)) {
            List<Event<Paging.Op>> events = new ArrayList<>();
            List<Call> calls = history.calls();
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                if (walk.contains(call)) {
                    events.add(
                            page(i, call, known, call.equals(walk.getLast()))
                                    .lagging(delay.toNanos()));
                } else {
                    op(i, call, ready, events);
                }
            }
            verdicts.add(CallEvents.verdict(cutShort(walk, Paging.check(events)), calls));
        }
        return verdicts.isEmpty()
                ? new Verdict.Undecided("nobody walked through any pages")
                : Verdict.worst(verdicts);
    }

    /**
     * Checks that if one image was ready before another was sent, a feed shows it after the other.
     */
    public static Verdict newestFirst(History history) {
        List<Verdict> verdicts = new ArrayList<>();
        Map<ImageId, Long> ready = seenReady(history);
        List<Call> calls = history.calls();
        for (List<Call> walk : walks(history)) {
            if (!(walk.getFirst().operation() instanceof Operation.ReadFeed)) {
                continue;
            }
            List<Event<Snapshots.Op>> events = new ArrayList<>();
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                Event<Paging.Op> addition = addition(i, calls.get(i), ready);
                if (addition != null && addition.op() instanceof Paging.Add(String image)) {
                    events.add(addition.with(new Snapshots.Add(image)));
                }
            }
            for (Call page : walk) {
                Answer.ImagesListed listed = page.answer(Answer.ImagesListed.class);
                if (listed != null) {
                    listed.ids().forEach(id -> shown.addFirst(id.value()));
                }
            }
            Call last = walk.getLast();
            int source = calls.indexOf(last);
            events.add(CallEvents.event(source, last, new Snapshots.Read(shown), true));
            verdicts.add(CallEvents.verdict(told(Sequence.check(events)), calls));
        }
        return verdicts.isEmpty()
                ? new Verdict.Undecided("nobody walked through a feed")
                : Verdict.worst(verdicts);
    }

    /** The ruling in words about a list that begins with the newest. */
    private static <O> Ruling<O> told(Ruling<O> ruling) {
        return ruling instanceof Ruling.Illegal<O>(List<Event<O>> why, _, _)
                ? new Ruling.Illegal<>(
                        why,
                        "Expected the newer image before the older, saw them the other way round",
                        "The older had been ready before the newer was sent")
                : ruling;
    }

    /** A walk that ended early may have missed the rest: only repetitions count. */
    private static Ruling<Paging.Op> cutShort(List<Call> walk, Ruling<Paging.Op> ruling) {
        Answer.ImagesListed last = walk.getLast().answer(Answer.ImagesListed.class);
        boolean missed =
                ruling instanceof Ruling.Illegal<Paging.Op>(List<Event<Paging.Op>> why, _, _)
                        && why.getFirst().op() instanceof Paging.Add;
        return missed && last != null && last.next() != null
                ? new Ruling.Open<>("a walk ended early")
                : ruling;
    }

    /** An actor's pages from one first page, which has no cursor, to the next. */
    private static List<List<Call>> walks(History history) {
        return PageWalks.of(
                history.in(Phase.WHEN).where(call -> isFirst(call) != null).calls(),
                page -> page.actor().toString(),
                page -> Boolean.TRUE.equals(isFirst(page)));
    }

    /** Whether the call reads a first page; null if it reads no page. */
    private static @Nullable Boolean isFirst(Call call) {
        return switch (call.operation()) {
            case Operation.FilterByTag filter -> filter.after() == null;
            case Operation.ReadFeed feed -> feed.after() == null;
            default -> null;
        };
    }

    private static Event<Paging.Op> page(int source, Call call, Set<ImageId> known, boolean last) {
        Answer.ImagesListed listed = call.answer(Answer.ImagesListed.class);
        List<String> shown =
                listed == null
                        ? List.of()
                        : listed.ids().stream()
                                .filter(known::contains)
                                .map(ImageId::value)
                                .toList();
        return CallEvents.event(source, call, new Paging.Page(shown, last, null), call.accepted());
    }

    /** When the first read that showed an image as ready ended. */
    private static Map<ImageId, Long> seenReady(History history) {
        Map<ImageId, Long> ready = new HashMap<>();
        for (Call look : history.of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            if (seen != null && seen.status() == ImageStatus.READY) {
                ready.merge(seen.id(), look.times().ended(), Math::min);
            }
        }
        return ready;
    }

    private static void op(
            int source, Call call, Map<ImageId, Long> ready, List<Event<Paging.Op>> events) {
        Event<Paging.Op> addition = addition(source, call, ready);
        if (addition != null) {
            events.add(addition);
        } else if (call.possible()
                && call.operation() instanceof Operation.DeleteImage(ImageId image)) {
            events.add(CallEvents.event(source, call, new Paging.Remove(image.value()), false));
        }
    }

    /** An upload takes effect for others at some time before it was seen ready. */
    private static @Nullable Event<Paging.Op> addition(
            int source, Call call, Map<ImageId, Long> ready) {
        Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
        if (taken == null) {
            return null;
        }
        Long seen = ready.get(taken.id());
        Event<Paging.Op> event =
                CallEvents.event(source, call, new Paging.Add(taken.id().value()), seen != null);
        return seen == null ? event : event.until(seen);
    }
}
