package meanwhile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import meanwhile.language.Role;
import meanwhile.model.Event;
import meanwhile.model.Register;
import meanwhile.model.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Checks as a {@link Register} that requests are served or refused by the member's rights at the
 * time: an administrator's decision sets the rights, and whatever the member tries shows them. A
 * removed right is gone at once; a granted one may take the promised delay to be known, so a
 * refusal may lag behind and an acceptance may not.
 */
public final class MemberRights {
    private static final String YES = "allowed";
    private static final String NO = "not allowed";

    private MemberRights() {}

    /**
     * Checks that the member did an administrator's work only while being one, which they were not
     * at first.
     *
     * @param member the member's name in the feature
     * @param id the target's identifier of the member
     */
    public static Verdict administers(String member, MemberId id, History history, Duration delay) {
        return explained(
                history,
                NO,
                delay,
                call ->
                        (call.operation() instanceof Operation.SetRole(MemberId of, Role role)
                                        && of.equals(id))
                                ? role == Role.ADMINISTRATOR
                                : null,
                call -> call.actor().member().equals(member) && isAdministrators(call.operation()));
    }

    /** Checks that the member was served only while not banned. They were not banned at first. */
    public static Verdict takesPart(String member, MemberId id, History history, Duration delay) {
        return explained(
                history,
                YES,
                delay,
                call ->
                        (call.operation() instanceof Operation.SetBan(MemberId of, boolean banned)
                                        && of.equals(id))
                                ? !banned
                                : null,
                call ->
                        call.actor().member().equals(member)
                                && !(call.operation() instanceof Operation.SignUp));
    }

    /**
     * Checks that the member, waiting for news, was told of no image that was uploaded once the ban
     * had to be known. A wait that began before may end after it, with what happened before.
     *
     * @param id the target's identifier of the banned member
     */
    public static Verdict hearsNothing(
            ActorName actor, MemberId id, History history, Duration delay) {
        Call ban =
                history.of(Operation.SetBan.class).stream()
                        .filter(Call::accepted)
                        .filter(call -> call.operation().equals(new Operation.SetBan(id, true)))
                        .reduce((_, last) -> last)
                        .orElse(null);
        if (ban == null) {
            return new Verdict.Undecided("nobody was banned");
        }
        long known = ban.times().ended() + delay.toNanos();
        Map<ImageId, Call> later = new HashMap<>(UploadCompletion.acknowledged(history));
        later.values().removeIf(upload -> upload.times().begun() <= known);
        for (Call poll : history.of(Operation.AwaitNews.class).calls()) {
            Call told = poll.actor().equals(actor) ? told(poll, later) : null;
            if (told != null) {
                return Verdict.contradicted(
                        "Expected to be told of nothing any more",
                        List.of(ban, told, poll),
                        "The ban had been in effect for more than %d ms"
                                .formatted(delay.toMillis()));
            }
        }
        return later.isEmpty()
                ? new Verdict.Undecided("nothing happened after the ban")
                : Verdict.holds();
    }

    private static @Nullable Call told(Call poll, Map<ImageId, Call> uploads) {
        Answer.NewsSeen seen = poll.answer(Answer.NewsSeen.class);
        return seen == null
                ? null
                : seen.news().stream()
                        .filter(item -> item.image() != null && uploads.containsKey(item.image()))
                        .map(item -> uploads.get(item.image()))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether only an administrator may ask for it. */
    public static boolean isAdministrators(Operation operation) {
        return operation instanceof Operation.TopicWrite
                || (operation instanceof Operation.ServiceWrite
                        && !(operation instanceof Operation.TapCanary));
    }

    private interface Decision {
        /** Whether it grants or removes the right; null if it does neither. */
        @Nullable Boolean of(Call call);
    }

    private interface Attempt {
        boolean is(Call call);
    }

    private static Verdict explained(
            History history, String initial, Duration delay, Decision decision, Attempt attempt) {
        List<Call> calls = history.calls();
        List<Event<Register.Op>> events = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Boolean gives = decision.of(call);
            boolean tries = attempt.is(call);
            Register.Op op = op(call, gives, tries);
            if (op == null) {
                continue;
            }
            Event<Register.Op> event = CallEvents.event(i, call, op, call.outcome().isDefinite());
            boolean refused = !call.possible();
            events.add(refused ? event.lagging(delay.toNanos()) : event);
        }
        return CallEvents.verdict(
                told(Register.check(events, initial, Register.BUDGET), calls), calls);
    }

    private static Register.@Nullable Op op(Call call, @Nullable Boolean gives, boolean tries) {
        boolean refused = call.outcome().isRefused(Refusal.FORBIDDEN);
        if (gives != null && call.possible()) {
            String value = gives ? YES : NO;
            // Deciding on one's own rights needs them.
            return tries ? new Register.Swap(YES, value) : new Register.Write(value);
        }
        if (!tries || !(refused || call.accepted())) {
            return null;
        }
        return new Register.Read(refused ? NO : YES);
    }

    private static Ruling<Register.Op> told(Ruling<Register.Op> ruling, List<Call> calls) {
        if (!(ruling instanceof Ruling.Illegal<Register.Op>(List<Event<Register.Op>> why, _, _))) {
            return ruling;
        }
        Set<String> names = new LinkedHashSet<>();
        why.forEach(event -> names.add(calls.get(event.source()).actor().member()));
        return new Ruling.Illegal<>(
                why,
                "Expected each request to be decided by its sender's rights at the time, saw"
                        + " otherwise",
                "No order of these requests of "
                        + String.join(" and ", names)
                        + " explains what was served and what was refused");
    }
}
