package meanwhile.target.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.target.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A value of an OpenAPI document, or nothing, so that a long path can be followed without asking at
 * each step. References within the document are followed; those to other files lead to nothing, and
 * are remembered.
 */
final class Part {
    /** Whoever follows more references than that goes in a circle. */
    private static final int MOST_REFERENCES = 20;

    private static final String REFERENCE = "$ref";

    /** Nothing of no document. */
    static final Part NOTHING = new Part(new Document(), null);

    private final Document document;
    private final @Nullable Entry entry;
    private @Nullable Map<String, Part> fields;

    /** What all parts share. */
    private static final class Document {
        private @Nullable Part root;
        private final Set<String> elsewhere = new TreeSet<>();
    }

    private Part(Document document, @Nullable Entry entry) {
        this.document = document;
        this.entry = entry;
    }

    /** The whole of a document. */
    static Part root(Entry entry) {
        Part root = new Part(new Document(), entry);
        root.document.root = root;
        return root;
    }

    /** References to other files that were met so far. */
    Set<String> elsewhere() {
        return document.elsewhere;
    }

    /** Whether it is there. */
    boolean exists() {
        return entry != null;
    }

    /** The names of its fields, in the order written. */
    Set<String> names() {
        return fields().keySet();
    }

    /** What stands below these names. */
    Part at(String... names) {
        Part part = this;
        for (String name : names) {
            Part found = part.fields().get(name);
            part = found == null ? NOTHING : found.followed();
        }
        return part;
    }

    /** Its elements. */
    List<Part> items() {
        List<Part> items = new ArrayList<>();
        if (entry != null && entry.isList()) {
            entry.items().forEach(item -> items.add(new Part(document, item).followed()));
        }
        return items;
    }

    /** The first element, or nothing. */
    Part first() {
        List<Part> items = items();
        return items.isEmpty() ? NOTHING : items.getFirst();
    }

    /** Its text; empty if it is none. */
    String text() {
        return entry != null && entry.isText() ? entry.text() : "";
    }

    /** Its text in one line, without what stands around it. */
    String line() {
        return text().strip().replaceAll("\\s+", " ");
    }

    /** Whether it says yes. */
    boolean isTrue() {
        return text().equals("true");
    }

    private Map<String, Part> fields() {
        Map<String, Part> known = fields;
        if (known == null) {
            known = new LinkedHashMap<>();
            if (entry != null && entry.isMapping()) {
                for (Map.Entry<String, Entry> field : entry.fields().entrySet()) {
                    known.put(field.getKey(), new Part(document, field.getValue()));
                }
            }
            fields = known;
        }
        return known;
    }

    private Part followed() {
        Part part = this;
        for (int i = 0; i < MOST_REFERENCES; i++) {
            Part reference = part.fields().get(REFERENCE);
            if (reference == null || reference.text().isEmpty()) {
                return part;
            }
            part = target(reference.text());
        }
        return NOTHING;
    }

    private Part target(String reference) {
        if (!reference.startsWith("#/") || document.root == null) {
            document.elsewhere.add(reference);
            return NOTHING;
        }
        Part part = document.root;
        for (String step : reference.substring(2).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~").replace("%20", " ");
            Part found = part.fields().get(name);
            if (found == null) {
                return NOTHING;
            }
            part = found;
        }
        return part;
    }
}
