package meanwhile.check.order;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.Naming;
import meanwhile.language.Operation;
import meanwhile.language.OperationDescription;
import meanwhile.language.RecordPart;
import org.jspecify.annotations.Nullable;

/**
 * Names that are the same in each play of an example: things by the feature's names, and what a
 * call made by the call that made it. What several calls of one kind made has one name.
 */
final class PlayNames implements Naming {
    private static final String ID = "id";

    private final Map<String, String> names = new HashMap<>();
    private final Pattern unique;

    /**
     * @param known the feature's names by identifier
     * @param unique what makes names unique to a play
     */
    PlayNames(History history, Map<String, String> known, Pattern unique) {
        this.unique = unique;
        known.forEach((id, name) -> names.put(id, plain(name)));
        for (Call call : history.calls()) {
            ImageFile file = file(call.operation());
            if (file != null) {
                names.putIfAbsent(file.sha256(), "the picture of “%s”".formatted(words(call)));
            }
            String made = made(call);
            if (made != null) {
                names.putIfAbsent(made, "what came of “%s”".formatted(words(call)));
            }
        }
    }

    private static @Nullable ImageFile file(Operation operation) {
        return switch (operation) {
            case Operation.UploadImage upload -> upload.file();
            case Operation.ReplaceBytes replacement -> replacement.file();
            default -> null;
        };
    }

    /** The identifier of what a call made; null if it made nothing that has one. */
    private static @Nullable String made(Call call) {
        if (!(call.operation() instanceof Operation.Write)) {
            return null;
        }
        Answer answer = call.answer(Answer.class);
        if (answer instanceof Answer.DeclaredSeen seen) {
            return seen.facts().get(ID);
        }
        return answer == null
                ? null
                : RecordPart.in(answer.getClass()).stream()
                        .filter(part -> part.name().equals(ID))
                        .map(part -> Objects.toString(part.of((Record) answer)))
                        .findFirst()
                        .orElse(null);
    }

    /** Who does what: “Ben books a seat at “Hamlet””; members of a crowd are all the same. */
    String words(Call call) {
        return who(call.actor()) + " " + deed(call);
    }

    /** The same without who did it. */
    String deed(Call call) {
        return plain(OperationDescription.describe(call.operation(), this));
    }

    private static String who(ActorName actor) {
        return actor.isNameless() ? "somebody" : actor.toString();
    }

    @Override
    public String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /** Whether this identifier belongs to something of this play. */
    boolean knows(String id) {
        return names.containsKey(id);
    }

    /** A text without what makes names in it unique to a play. */
    String plain(String text) {
        return unique.matcher(text).replaceAll("");
    }
}
