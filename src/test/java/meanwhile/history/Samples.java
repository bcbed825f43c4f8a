package meanwhile.history;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.language.ActorName;
import meanwhile.language.ExpectedAnswer;
import meanwhile.language.ImageFile;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.RecordPart;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;

/** Builds values of every kind in the language from their types alone. */
public final class Samples {
    private static final List<Phase> PHASES = List.of(Phase.values());

    private int counter;

    /** One value of each record of a sealed family, with all its facts. */
    public <T> List<T> full(Class<T> family) {
        return all(family, false);
    }

    /** One value of each record of a sealed family, without its optional facts. */
    <T> List<T> sparse(Class<T> family) {
        return all(family, true);
    }

    /** Accepted calls of every operation, and calls of one operation with every other outcome. */
    History history() {
        List<Call> calls = new ArrayList<>();
        for (Operation operation : full(Operation.class)) {
            calls.add(call(calls.size(), operation, accepted(operation, false)));
        }
        for (Operation operation : sparse(Operation.class)) {
            calls.add(call(calls.size(), operation, accepted(operation, true)));
        }
        for (Outcome outcome : full(Outcome.class)) {
            if (!outcome.isAccepted()) {
                calls.add(call(calls.size(), new Operation.ReadSelf(), outcome));
            }
        }
        for (Outcome outcome : sparse(Outcome.class)) {
            if (!outcome.isAccepted()) {
                calls.add(call(calls.size(), new Operation.ReadSelf(), outcome));
            }
        }
        return new History(calls);
    }

    private Outcome accepted(Operation operation, boolean sparse) {
        return new Outcome.Accepted(200, one(ExpectedAnswer.of(operation), sparse));
    }

    private static Call call(int number, Operation operation, Outcome outcome) {
        long begun = 1_000L * number;
        return new Call(
                number,
                PHASES.get(number % PHASES.size()),
                new ActorName("Ben", number % 2 == 0 ? "his phone" : null),
                number % 2,
                number % 2 == 0,
                operation,
                new Call.Times(begun, begun + 100, begun + 200, begun + 300),
                outcome);
    }

    private <T> List<T> all(Class<T> family, boolean sparse) {
        return RecordPart.recordsOf(family).map(kind -> family.cast(one(kind, sparse))).toList();
    }

    private <T> T one(Class<T> kind, boolean sparse) {
        RecordComponent[] components = kind.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = optional && sparse ? null : value(components[i].getGenericType(), sparse);
        }
        try {
            Constructor<T> constructor =
                    kind.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(kind + " cannot be built", failure);
        }
    }

    private Object value(Type type, boolean sparse) {
        counter++;
        if (type instanceof ParameterizedType generic) {
            Object element = value(generic.getActualTypeArguments()[0], sparse);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "List" -> sparse ? List.of() : List.of(element);
                case "Set" -> sparse ? Set.of() : Set.of(element);
                case "Map" -> Map.of("name", value(generic.getActualTypeArguments()[1], sparse));
                default -> throw new AssertionError("no sample for " + type);
            };
        }
        Class<?> kind = (Class<?>) type;
        return switch (kind.getSimpleName()) {
            case "String" -> "text “" + counter + "”\n";
            case "long", "Long" -> (1L << 40) + counter;
            case "int", "Integer" -> counter;
            case "boolean", "Boolean" -> counter % 2 == 0;
            case "Duration" -> Duration.ofMillis(1_500L * counter);
            case "Secret" -> new Secret(Secret.MASK);
            case "ImageFile" -> new ImageFile("cat.png", "image/png", "ab12", counter, null);
            default ->
                    kind.isEnum()
                            ? kind.getEnumConstants()[counter % kind.getEnumConstants().length]
                            : record(kind, sparse);
        };
    }

    private Object record(Class<?> kind, boolean sparse) {
        return one(RecordPart.recordsOf(kind).findFirst().orElseThrow(), sparse);
    }
}
