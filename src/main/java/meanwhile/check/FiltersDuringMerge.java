package meanwhile.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Placement;
import meanwhile.language.Refusal;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.model.Event;
import meanwhile.model.Register;
import meanwhile.model.SessionGuarantees;
import org.jspecify.annotations.Nullable;

/**
 * Checks that filters show a merge of two categories or breeds as one step: each read shows the old
 * order completely or the new one completely; a {@link Register} judges whether it is time for the
 * new one, without delay for the administrator's own reads.
 */
public final class FiltersDuringMerge {
    /** How a target may say that the listed topic does not exist: some call the filter invalid. */
    private static final Set<Refusal> ABSENT =
            Set.of(Refusal.GONE, Refusal.NEVER_KNOWN, Refusal.INVALID);

    private static final String OLD = "the old order";
    private static final String NEW = "the new order";
    private static final String MIXED = "a mixture";

    private final TopicKind kind;
    private final Move merge;
    private final Set<ImageId> from;
    private final Set<ImageId> into;

    private FiltersDuringMerge(TopicKind kind, Move merge, History history) {
        this.kind = kind;
        this.merge = merge;
        this.from = uploadedTo(merge.from(), history);
        this.into = uploadedTo(merge.into(), history);
    }

    /** A merge: everything of one topic goes into the other. */
    public record Move(TopicId from, TopicId into) {}

    /**
     * Checks that every read of one page shows the old order or the new, at a time when it may. All
     * images of both were ready before, and nothing else happens to them.
     *
     * @param delay the promised delay until others see a change
     */
    public static Verdict oldOrNew(TopicKind kind, Move merge, History history, long delay) {
        FiltersDuringMerge filters = new FiltersDuringMerge(kind, merge, history);
        List<Event<Register.Op>> events = new ArrayList<>();
        List<Event<SessionGuarantees.Op>> sessions = new ArrayList<>();
        Set<String> movers = new HashSet<>();
        for (Call call : history.calls()) {
            if (merge.equals(move(kind, call.operation()))) {
                movers.add(call.actor().member());
            }
        }
        List<Call> calls = history.calls();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean moves = merge.equals(move(kind, call.operation())) && call.possible();
            String shown = moves ? null : filters.shown(call);
            if (MIXED.equals(shown)) {
                return Verdict.contradicted(
                        "Expected all of the old order or all of the new, saw a mixture",
                        List.of(call),
                        "%d images belonged to the one and %d to the other before"
                                .formatted(filters.from.size(), filters.into.size()));
            }
            if (!moves && shown == null) {
                continue;
            }
            Register.Op op = moves ? new Register.Write(NEW) : new Register.Read(shown);
            Event<Register.Op> event = CallEvents.event(i, call, op, call.outcome().isDefinite());
            boolean own = moves || movers.contains(call.actor().member());
            events.add(own ? event : event.lagging(delay));
            if (!moves) {
                sessions.add(event.with(new SessionGuarantees.Read(NEW.equals(shown) ? 1 : 0)));
            }
        }
        return Verdict.worst(
                List.of(
                        CallEvents.verdict(Register.check(events, OLD, Register.BUDGET), calls),
                        CallEvents.verdict(SessionGuarantees.monotonicReads(sessions), calls)));
    }

    /** What the call shows; null if it reads neither topic. */
    private @Nullable String shown(Call call) {
        Answer.ImageSeen seen = call.answer(Answer.ImageSeen.class);
        if (seen != null) {
            return from.contains(seen.id()) ? place(own(kind, seen)) : null;
        }
        TopicId topic = filtered(kind, call.operation());
        if (topic == null || !(topic.equals(merge.from()) || topic.equals(merge.into()))) {
            return null;
        }
        if (call.outcome() instanceof Outcome.Refused refused) {
            boolean absent = ABSENT.contains(refused.why());
            return absent && topic.equals(merge.from()) ? NEW : null;
        }
        Answer.ImagesListed listed = call.answer(Answer.ImagesListed.class);
        return listed == null || listed.next() != null ? null : list(topic, listed.ids());
    }

    private String list(TopicId topic, List<ImageId> ids) {
        Set<ImageId> set = new HashSet<>(ids);
        Set<ImageId> all = new HashSet<>(from);
        all.addAll(into);
        boolean old = set.equals(topic.equals(merge.from()) ? from : into);
        boolean now = set.equals(topic.equals(merge.from()) ? Set.of() : all);
        if (set.size() < ids.size() || !(old || now)) {
            return MIXED;
        }
        return old ? OLD : NEW;
    }

    private @Nullable String place(@Nullable List<TopicId> own) {
        if (own == null) {
            return null;
        }
        if (own.equals(List.of(merge.from()))) {
            return OLD;
        }
        return own.equals(List.of(merge.into())) ? NEW : MIXED;
    }

    private Set<ImageId> uploadedTo(TopicId topic, History history) {
        Set<ImageId> images = new HashSet<>();
        for (Call call : history.in(Phase.GIVEN).of(Operation.UploadImage.class).calls()) {
            Answer.UploadTaken taken = call.answer(Answer.UploadTaken.class);
            Placement placement = ((Operation.UploadImage) call.operation()).placement();
            TopicId named = kind == TopicKind.CATEGORY ? placement.category() : placement.breed();
            if (taken != null && topic.equals(named)) {
                images.add(taken.id());
            }
        }
        return images;
    }

    /** The topics that an image itself names; null if it names none. */
    public static @Nullable List<TopicId> own(TopicKind kind, Answer.ImageSeen seen) {
        return kind == TopicKind.CATEGORY ? seen.details().categories() : seen.details().breeds();
    }

    /** The topic that the operation lists from the beginning; null if it lists none. */
    static @Nullable TopicId filtered(TopicKind kind, Operation operation) {
        return switch (operation) {
            case Operation.FilterByCategory filter
                    when kind == TopicKind.CATEGORY && filter.after() == null ->
                    filter.category();
            case Operation.FilterByBreed filter
                    when kind == TopicKind.BREED && filter.after() == null ->
                    filter.breed();
            default -> null;
        };
    }

    /** The merge that the operation asks for; null if it asks for none. */
    public static @Nullable Move move(TopicKind kind, Operation operation) {
        return switch (operation) {
            case Operation.MergeTopics(TopicKind of, TopicId one, TopicId other) when of == kind ->
                    new Move(one, other);
            case Operation.RemoveTopic(TopicKind of, TopicId one, TopicId other)
                    when of == kind && other != null ->
                    new Move(one, other);
            default -> null;
        };
    }
}
