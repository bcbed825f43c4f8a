package meanwhile.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import meanwhile.language.Allowance;
import meanwhile.language.CollectionId;
import meanwhile.language.Cursor;
import meanwhile.language.FavouriteId;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Placement;
import meanwhile.language.RecordPart;
import meanwhile.language.Remnant;
import meanwhile.language.Role;
import meanwhile.language.Secret;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import meanwhile.target.Names;

/**
 * The parameters of an operation, by the names that profiles use: its components, in kebab case.
 */
final class Parameters {
    private Parameters() {}

    /**
     * The values as they are sent; null values are missing.
     *
     * @param firstPage the number of the first page, where pages have numbers
     */
    static Map<String, Object> of(Operation operation, long firstPage) {
        if (operation instanceof Operation.Declared declared) {
            return new HashMap<>(declared.values());
        }
        Map<String, Object> parameters = new HashMap<>();
        collect((Record) operation, parameters);
        for (RecordPart part : RecordPart.in(operation.getClass())) {
            if (part.type() == Cursor.class) {
                Object after = parameters.get(Names.kebab(part.name()));
                parameters.put("page", after == null ? firstPage : after);
                parameters.put("offset", after == null ? 0L : after);
            }
        }
        return parameters;
    }

    /** What a request that takes away a remnant may use. */
    static Map<String, Object> of(Remnant remnant) {
        Map<String, Object> parameters = new HashMap<>();
        remnant.facts().forEach((name, fact) -> parameters.put(name, plain(fact)));
        return parameters;
    }

    /** The secrets of a remnant, which must never be shown. */
    static List<String> secrets(Remnant remnant) {
        return remnant.facts().values().stream()
                .filter(Secret.class::isInstance)
                .map(fact -> ((Secret) fact).reveal())
                .toList();
    }

    /** The secrets of an operation, which must never be shown: passwords and tokens. */
    static List<String> secrets(Operation operation) {
        List<String> secrets = new ArrayList<>();
        for (RecordPart part : RecordPart.in(operation.getClass())) {
            if (part.of((Record) operation) instanceof Secret secret) {
                secrets.add(secret.reveal());
            }
        }
        return secrets;
    }

    private static void collect(Record record, Map<String, Object> parameters) {
        for (RecordPart part : RecordPart.in(record.getClass())) {
            String name = Names.kebab(part.name());
            switch (part.of(record)) {
                case null -> {}
                case Allowance(int uploads, Duration window) -> {
                    parameters.put("uploads", uploads);
                    parameters.put("window-seconds", window.toSeconds());
                }
                case Placement placement -> collect(placement, parameters);
                case ImageFile file -> collect(name, file, parameters);
                case VoteValue vote -> collect(name, vote, parameters);
                case Duration duration -> parameters.put(name + "-seconds", duration.toSeconds());
                case Object value -> parameters.put(name, plain(value));
            }
        }
    }

    private static void collect(String name, ImageFile file, Map<String, Object> parameters) {
        parameters.put(name, file);
        parameters.put("file-name", file.name());
        parameters.put("file-type", file.mediaType());
        parameters.put("file-base64", Base64.getEncoder().encodeToString(file.bytes()));
        parameters.put("sha256", file.sha256());
    }

    private static void collect(String name, VoteValue vote, Map<String, Object> parameters) {
        parameters.put(name, vote.number());
        parameters.put("direction", vote.name().toLowerCase(Locale.ROOT));
        parameters.put("up-vote", vote == VoteValue.UP ? 1 : 0);
        parameters.put("down-vote", vote == VoteValue.DOWN ? 1 : 0);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case ImageId id -> id.value();
            case VoteId id -> id.value();
            case FavouriteId id -> id.value();
            case CollectionId id -> id.value();
            case TopicId id -> id.value();
            case TopicKind kind -> kind.plural();
            case Role role -> role.name().toLowerCase(Locale.ROOT);
            case MemberId id -> id.value();
            case Cursor cursor -> cursor.value();
            case Secret secret -> secret.reveal();
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            default ->
                    throw new IllegalStateException(
                            "cannot send a parameter of type " + value.getClass().getSimpleName());
        };
    }
}
