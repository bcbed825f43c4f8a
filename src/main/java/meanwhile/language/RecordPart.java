package meanwhile.language;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record, for code that stores or sends records. Components are cached, because
 * reflection creates a new accessor for each request, which costs far more than calling it.
 */
public record RecordPart(RecordComponent component, Method accessor) {
    private static final ClassValue<List<RecordPart>> KNOWN =
            new ClassValue<>() {
                @Override
                protected List<RecordPart> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents()).map(RecordPart::of).toList();
                }
            };

    /** The components of a record class, in declaration order. */
    public static List<RecordPart> in(Class<?> type) {
        return KNOWN.get(type);
    }

    /** All records of a sealed family, at any depth, each once. */
    public static Stream<Class<?>> recordsOf(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .<Class<?>>flatMap(RecordPart::recordsOf)
                        .distinct()
                : Stream.of(family);
    }

    private static RecordPart of(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new RecordPart(component, accessor);
    }

    public String name() {
        return component.getName();
    }

    public Class<?> type() {
        return component.getType();
    }

    /** Its value in this record; null if the record has none. */
    public @Nullable Object of(Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component + " belongs to a record", impossible);
        }
    }
}
