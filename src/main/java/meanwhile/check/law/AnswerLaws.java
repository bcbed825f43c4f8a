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
        for (Call change : world.possible(Call::accepted)) {
            Condition condition = condition(change);
            if (condition == null) {
                continue;
            }
            Call passed = passed(condition, change, world);
            judging.that(
                    passed == null,
                    () ->
                            Verdict.contradicted(
                                    "Expected a change of version %d to be refused, it was accepted"
                                            .formatted(condition.version()),
                                    passed == null ? List.of(change) : List.of(passed, change),
                                    "That version had passed: the other change had led to"
                                            + " another"));
        }
        return judging.verdict();
    }

    /**
     * A change after which the named version was another one: it began after that version had been
     * told and had ended before this change began, or it was meant for the same version and led to
     * another than this change did; null if there is none.
     */
    private static @Nullable Call passed(Condition condition, Call change, QuietWorld world) {
        List<Call> all =
                world.possible(_ -> true).stream()
                        .filter(one -> thing(one).equals(condition.thing()))
                        .toList();
        if (all.stream().anyMatch(AnswerLaws::beginsAnew)) {
            return null;
        }
        List<Call> changes =
                all.stream()
                        .filter(one -> one.accepted() && version(one) != null)
                        .filter(one -> one.operation() instanceof Operation.Write)
                        .toList();
        return changes.stream()
                .filter(one -> !isOf(condition, one) && one.before(change))
                .filter(
                        one ->
                                all.stream()
                                        .anyMatch(
                                                told -> isOf(condition, told) && told.before(one)))
                .findFirst()
                .orElseGet(
                        () ->
                                changes.stream()
                                        .filter(one -> condition.equals(condition(one)))
                                        .filter(one -> !one.equals(change))
                                        .filter(
                                                one ->
                                                        !Objects.equals(
                                                                version(one), version(change)))
                                        .findFirst()
                                        .orElse(null));
    }

    /**
     * Whether versions may begin anew, or change without a call: a vote that is cast again begins
     * with its first version, and a replaced picture is a version when it has been processed.
     */
    private static boolean beginsAnew(Call call) {
        return call.operation() instanceof Operation.WithdrawVote
                || call.operation() instanceof Operation.ReplaceBytes;
    }

    private static Verdict presentVersions(QuietWorld world) {
        Judging judging = new Judging();
        for (Call change : world.calls()) {
            Condition condition = condition(change);
            Call told = condition == null ? null : present(condition, change, world);
            if (condition != null && told != null) {
                judging.that(
                        !change.outcome().isRefused(Refusal.STALE),
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
    private static @Nullable Call present(Condition condition, Call change, QuietWorld world) {
        List<Call> before =
                world.possible(
                        one ->
                                one.operation() instanceof Operation.Write
                                        && one.times().begun() < change.times().ended());
        List<Call> changes =
                before.stream().filter(one -> thing(one).equals(condition.thing())).toList();
        ImageId image = image(change.operation());
        boolean moved =
                changes.stream().anyMatch(AnswerLaws::beginsAnew)
                        || before.stream().anyMatch(one -> mayChange(one, image));
        Call told =
                changes.stream()
                        .filter(one -> isOf(condition, one) && one.before(change))
                        .reduce((_, later) -> later)
                        .orElse(null);
        return !moved
                        && told != null
                        && world.wasProcessedBefore(image, told)
                        && changes.stream()
                                .filter(one -> !one.equals(told) && !one.equals(change))
                                .allMatch(one -> one.latestEffect() < told.times().begun())
                ? told
                : null;
    }

    /** Whether the call may end the image, or move it, and its versions with it. */
    private static boolean mayChange(Call call, ImageId image) {
        return call.operation().equals(new Operation.DeleteImage(image))
                || call.operation() instanceof Operation.MergeTopics
                || call.operation() instanceof Operation.RemoveTopic;
    }

    private static ImageId image(Operation operation) {
        return switch (operation) {
            case Operation.CastVote vote -> vote.image();
            case Operation.ChangeImage change -> change.image();
            default -> throw new IllegalArgumentException("this changes no image and no vote");
        };
    }

    private static boolean isOf(Condition condition, Call call) {
        return Objects.equals(version(call), condition.version());
    }

    /**
     * A replacement's version changes again when its picture has been processed: it is left out.
     */
    private static @Nullable Condition condition(Call call) {
        Long version =
                switch (call.operation()) {
                    case Operation.CastVote vote -> vote.version();
                    case Operation.ChangeImage change -> change.version();
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
            case Operation.ReadImage(ImageId read) -> read.toString();
            default -> "";
        };
    }

    /** The version that a change led to, or that a look showed. */
    private static @Nullable Long version(Call call) {
        return call.outcome() instanceof Outcome.Accepted(_, Answer answer)
                ? switch (answer) {
                    case Answer.VoteTaken taken -> taken.version();
                    case Answer.ImageChanged changed -> changed.version();
                    case Answer.ImageSeen seen -> seen.version();
                    default -> null;
                }
                : null;
    }
}
