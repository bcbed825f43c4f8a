package meanwhile.driver;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import meanwhile.language.Allowance;
import meanwhile.language.Cursor;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Secret;
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
        for (RecordComponent component : operation.getClass().getRecordComponents()) {
            Object value = read(operation, component);
            if (value instanceof Allowance(int uploads, var window)) {
                parameters.put("uploads", uploads);
                parameters.put("window-seconds", window.toSeconds());
            } else if (value != null) {
                parameters.put(kebab(component.getName()), plain(value));
            }
        }
        return parameters;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case ImageId id -> id.value();
            case VoteId id -> id.value();
            case MemberId id -> id.value();
            case Cursor cursor -> cursor.value();
            case Secret secret -> secret.reveal();
            case VoteValue vote -> vote.number();
            case ImageFile file -> file;
            case String text -> text;
            case Number number -> number;
            default ->
                    throw new IllegalStateException(
                            "no form for a parameter of " + value.getClass().getSimpleName());
        };
    }

    private static @org.jspecify.annotations.Nullable Object read(
            Operation operation, RecordComponent component) {
        try {
            return component.getAccessor().invoke(operation);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record's accessor failed", impossible);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
