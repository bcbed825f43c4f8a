package meanwhile.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import org.jspecify.annotations.Nullable;

/** Checks that a request repeated under the same key takes effect once. */
public final class IdempotentRetries {
    private IdempotentRetries() {}

    /**
     * Checks that the member has exactly one image of the upload with that key if an attempt was
     * accepted, none if all were refused, and at most one in any case. Each of their images was
     * read at the end.
     */
    public static Verdict oneImage(String member, String key, History history) {
        List<Call> attempts =
                history.of(Operation.UploadImage.class)
                        .where(call -> key.equals(keyOf(call.operation())))
                        .calls();
        Call first = null;
        Map<ImageId, Call> looks = new HashMap<>();
        for (Call attempt : attempts) {
            Answer.UploadTaken taken = attempt.answer(Answer.UploadTaken.class);
            if (taken == null) {
                continue;
            }
            if (first != null && !taken.equals(first.answer(Answer.UploadTaken.class))) {
                return Verdict.contradicted(
                        "Expected the same image for the same upload, got another",
                        List.of(first, attempt),
                        "The second was sent as a repetition of the first");
            }
            first = attempt;
        }
        String title = title(attempts);
        for (Call look : history.in(Phase.THEN).of(Operation.ReadImage.class).calls()) {
            Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
            if (seen != null
                    && look.actor().member().equals(member)
                    && Objects.equals(seen.title(), title)) {
                looks.put(seen.id(), look);
            }
        }
        boolean refused = attempts.stream().noneMatch(Call::possible);
        if (looks.size() > (refused ? 0 : 1)) {
            return Verdict.contradicted(
                    "Expected the image %s, saw it %d times"
                            .formatted(refused ? "not to be there" : "once", looks.size()),
                    CounterExample.join(attempts, looks.values()),
                    refused
                            ? "Every attempt was refused"
                            : "All attempts were repetitions of one upload");
        }
        if (first != null && looks.isEmpty()) {
            return Verdict.contradicted(
                    "Expected the image once, did not see it",
                    List.of(first),
                    "An attempt was accepted, and nobody deleted it");
        }
        return Verdict.holds();
    }

    /**
     * Checks that the comment of that text was accepted in some attempt, and exists exactly once.
     */
    public static Verdict oneComment(String text, History history) {
        List<Call> attempts =
                history.where(
                                call ->
                                        call.operation() instanceof Operation.AddComment comment
                                                && comment.text().equals(text))
                        .calls();
        if (attempts.stream().noneMatch(Call::accepted)) {
            return new Verdict.Undecided("no attempt was accepted");
        }
        for (Call look : history.in(Phase.THEN).of(Operation.ListComments.class).calls()) {
            Answer.CommentsListed listed = look.answer(Answer.CommentsListed.class);
            long times =
                    listed == null
                            ? 1
                            : listed.comments().stream()
                                    .filter(comment -> text.equals(comment.text()))
                                    .count();
            if (times != 1) {
                return Verdict.contradicted(
                        "Expected the comment once, saw it %d times".formatted(times),
                        CounterExample.join(attempts, List.of(look)),
                        "All attempts were repetitions of one comment");
            }
        }
        return Verdict.holds();
    }

    private static @Nullable String keyOf(Operation operation) {
        return operation instanceof Operation.UploadImage upload ? upload.repeatKey() : null;
    }

    private static @Nullable String title(List<Call> attempts) {
        return attempts.isEmpty()
                ? null
                : ((Operation.UploadImage) attempts.getFirst().operation()).title();
    }
}
