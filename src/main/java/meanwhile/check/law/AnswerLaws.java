package meanwhile.check.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.CommentId;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;

/** Laws about the answers themselves, which need no look afterwards. */
final class AnswerLaws {
    static final List<Law> ALL =
            List.of(
                    own("own images", "U1.2", "image"),
                    own("own comments", "R2.2", "comment"),
                    own("own collections", "U8.1", "collection"),
                    new Law(
                            "passed versions",
                            "U6.3",
                            "A change meant for a version that has passed is refused",
                            AnswerLaws::passedVersions),
                    new Law(
                            "present versions",
                            "U6.3",
                            "A change meant for the present version is not refused as outdated",
                            AnswerLaws::presentVersions));

    private AnswerLaws() {}

    private static Law own(String name, String clause, String thing) {
        return new Law(
                name,
                clause,
                "No two accepted requests are answered with the same %s, unless one is the other sent again"
                        .formatted(thing),
                world -> ownThing(world, thing));
    }

    private static Verdict ownThing(QuietWorld world, String kind) {
        Judging judging = new Judging();
        Map<String, Call> first = new HashMap<>();
        for (Call call : world.possible(Call::accepted)) {
            String thing = made(call, kind);
            Call other = thing == null ? null : first.putIfAbsent(thing, call);
            if (thing != null) {
                judging.that(
                        other == null || isRepeated(other, call),
                        () ->
                                Verdict.contradicted(
                                        ("Expected each request to be answered with another %s, saw"
                                                        + " one for two")
                                                .formatted(kind),
                                        List.of(first.get(thing), call),
                                        "Neither is the other sent again"));
            }
        }
        return judging.verdict();
    }

    /** What a request for a thing of this kind was answered with; null for any other. */
    private static @Nullable String made(Call call, String kind) {
        return call.outcome() instanceof Outcome.Accepted(_, Answer answer)
                ? switch (answer) {
                    case Answer.UploadTaken(ImageId id) when kind.equals("image") -> id.value();
                    case Answer.CommentTaken(CommentId id, _) when kind.equals("comment") ->
                            id.value();
                    case Answer.CollectionMade(CollectionId id) when kind.equals("collection") ->
                            id.value();
                    default -> null;
                }
                : null;
    }

    private static boolean isRepeated(Call one, Call other) {
        String key = key(one.operation());
        return key != null
                && key.equals(key(other.operation()))
                && one.actor().member().equals(other.actor().member());
    }

    private static @Nullable String key(Operation operation) {
        return switch (operation) {
            case Operation.UploadImage upload -> upload.repeatKey();
            case Operation.AddComment comment -> comment.repeatKey();
            default -> null;
        };
    }

    /** What has a version, and which one an operation names. */
    private record Condition(String thing, long version) {}

    private static Verdict passedVersions(QuietWorld world) {
        Judging judging = new Judging();
        List<Call> accepted = world.possible(Call::accepted);
        for (Call change : accepted) {
            Condition condition = condition(change);
            if (condition == null) {
                continue;
            }
            Call passed = passed(condition, change, accepted);
            judging.that(
                    passed == null,
                    () ->
                            Verdict.contradicted(
                                    "Expected a change of version %d to be refused, it was accepted"
                                            .formatted(condition.version()),
                                    passed == null ? List.of(change) : List.of(passed, change),
                                    "That version had passed before it was sent"));
        }
        return judging.verdict();
    }

    /**
     * A change to another version that began after the named version had been told, and had ended
     * before this change began; null if there is none.
     */
    private static @Nullable Call passed(Condition condition, Call change, List<Call> accepted) {
        List<Call> changes =
                accepted.stream().filter(one -> thing(one).equals(condition.thing())).toList();
        if (changes.stream().anyMatch(one -> one.operation() instanceof Operation.WithdrawVote)) {
            // A vote that is cast again begins with its first version.
            return null;
        }
        return changes.stream()
                .filter(one -> version(one) != null && !isOf(condition, one) && one.before(change))
                .filter(
                        one ->
                                changes.stream()
                                        .anyMatch(
                                                told -> isOf(condition, told) && told.before(one)))
                .findFirst()
                .orElse(null);
    }

    private static Verdict presentVersions(QuietWorld world) {
        Judging judging = new Judging();
        List<Call> possible = world.possible(_ -> true);
        for (Call change : world.refused(Refusal.STALE)) {
            Condition condition = condition(change);
            Call told = condition == null ? null : present(condition, change, possible);
            if (condition != null && told != null) {
                judging.that(
                        false,
                        () ->
                                Verdict.contradicted(
                                        "Expected a change of version %d to be accepted, it was refused as outdated"
                                                .formatted(condition.version()),
                                        List.of(told, change),
                                        "Nothing had changed it since that version was told"));
            }
        }
        return judging.verdict();
    }

    /**
     * The change that led to the named version, if nothing else can have changed the thing between
     * it and the end of this change; null if something can.
     */
    private static @Nullable Call present(Condition condition, Call change, List<Call> possible) {
        List<Call> changes =
                possible.stream()
                        .filter(one -> thing(one).equals(condition.thing()))
                        .filter(one -> one.times().begun() < change.times().ended())
                        .toList();
        // A replaced picture is a version of its own, when it has been processed.
        if (changes.stream().anyMatch(one -> one.operation() instanceof Operation.ReplaceBytes)) {
            return null;
        }
        Call told =
                changes.stream()
                        .filter(one -> isOf(condition, one) && one.before(change))
                        .reduce((_, later) -> later)
                        .orElse(null);
        return told != null
                        && changes.stream().allMatch(one -> one.equals(told) || one.before(told))
                ? told
                : null;
    }

    private static boolean isOf(Condition condition, Call call) {
        return Objects.equals(version(call), condition.version());
    }

    private static @Nullable Condition condition(Call call) {
        Long version =
                switch (call.operation()) {
                    case Operation.CastVote vote -> vote.version();
                    case Operation.ChangeImage change -> change.version();
                    case Operation.ReplaceBytes replace -> replace.version();
                    default -> null;
                };
        return version == null ? null : new Condition(thing(call), version);
    }

    /** What the call gives a version to; empty for anything else. */
    private static String thing(Call call) {
        return switch (call.operation()) {
            case Operation.CastVote vote -> call.actor().member() + " on " + vote.image();
            case Operation.WithdrawVote vote -> call.actor().member() + " on " + vote.image();
            case Operation.ChangeImage change -> change.image().toString();
            case Operation.ReplaceBytes replace -> replace.image().toString();
            default -> "";
        };
    }

    /** The version that a change led to. */
    private static @Nullable Long version(Call call) {
        return call.outcome() instanceof Outcome.Accepted(_, Answer answer)
                ? switch (answer) {
                    case Answer.VoteTaken taken -> taken.version();
                    case Answer.ImageChanged changed -> changed.version();
                    default -> null;
                }
                : null;
    }
}
