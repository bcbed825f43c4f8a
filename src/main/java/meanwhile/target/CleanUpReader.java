package meanwhile.target;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import meanwhile.language.Remnant;
import org.jspecify.annotations.Nullable;

/** Reads how a profile takes away what a run made: by an operation, by a request, or not at all. */
final class CleanUpReader {
    private final Set<String> secrets;
    private final Map<String, Binding> operations;

    /**
     * @param secrets the names that every template may use
     * @param operations the profile's bindings
     */
    CleanUpReader(Set<String> secrets, Map<String, Binding> operations) {
        this.secrets = secrets;
        this.operations = operations;
    }

    CleanUp read(@Nullable Entry entry) {
        Map<Remnant.Kind, CleanUp.Way> said = new EnumMap<>(Remnant.Kind.class);
        if (entry != null) {
            List<Remnant.Kind> kinds = Remnant.ofGallery();
            List<String> keys = kinds.stream().map(CleanUp::key).toList();
            entry.fields(keys)
                    .forEach((key, way) -> said.put(kinds.get(keys.indexOf(key)), way(key, way)));
        }
        return new CleanUp(said, operations);
    }

    private CleanUp.Way way(String key, Entry entry) {
        Remnant.Kind kind = Remnant.Kind.valueOf(key.toUpperCase(Locale.ROOT));
        if (entry.isMapping()) {
            Set<String> names = Set.copyOf(kind.names());
            return new CleanUp.ByRequest(
                    new BindingReader("clean-up " + key, names, List.of(), secrets).read(entry));
        }
        List<String> allowed = new ArrayList<>(List.of(CleanUp.NONE));
        String undo = kind.undo();
        if (undo != null) {
            allowed.add(undo);
        }
        String word = entry.oneOf(allowed);
        if (word.equals(CleanUp.NONE)) {
            return new CleanUp.Stays("which stay, as the profile says (clean-up)");
        }
        if (!operations.containsKey(word)) {
            throw entry.fault("the profile has no operation %s".formatted(word));
        }
        return new CleanUp.ByOperation();
    }
}
