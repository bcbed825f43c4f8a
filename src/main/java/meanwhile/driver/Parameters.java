package meanwhile.driver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashMap;
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
import meanwhile.language.Role;
import meanwhile.language.Secret;
import meanwhile.language.TopicId;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;

/**
 * The parameters of an operation, by the names that profiles use: its components, in kebab case.
 */
final class Parameters {
    private Parameters() {}

    /** Values as they are sent; what is null is missing. */
    static Map<String, Object> of(Operation operation) {
        Map<String, Object> parameters = new HashMap<>();
        collect((Record) operation, parameters);
        return parameters;
    }

    private static void collect(Record record, Map<String, Object> parameters) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = kebab(component.getName());
            switch (read(record, component)) {
                case null -> {}
                case Allowance(int uploads, var window) -> {
                    parameters.put("uploads", uploads);
                    parameters.put("window-seconds", window.toSeconds());
                }
                case Placement placement -> collect(placement, parameters);
                case Duration duration -> parameters.put(name + "-seconds", duration.toSeconds());
                case Object value -> parameters.put(name, plain(value));
            }
        }
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
            case VoteValue vote -> vote.number();
            case ImageFile file -> file;
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            default ->
                    throw new IllegalStateException(
                            "no form for a parameter of " + value.getClass().getSimpleName());
        };
    }

    private static @org.jspecify.annotations.Nullable Object read(
            Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record's accessor failed", impossible);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
