package meanwhile.target;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file that knows its place: errors name its file and line, its value and the
 * allowed values.
 */
public final class Entry {
    /** The most of a foreign text that a message shows. */
    private static final int LONGEST = 120;

    private static final Pattern WORDS = Pattern.compile("\\p{Ll}[\\p{Ll}\\d' -]*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final String source;
    private final String path;
    private final Node begin;
    private final Node node;

    /**
     * @param begin where it begins: at its name, if it has one
     */
    private Entry(String source, String path, Node begin, Node node) {
        this.source = source;
        this.path = path;
        this.begin = begin;
        this.node = node;
    }

    /**
     * Reads a file. JSON is YAML too.
     *
     * @param source names the file in messages: "profile mine.yaml"
     * @throws ProfileException if it is empty or not YAML
     */
    public static Entry parse(String source, String yaml) {
        return parse(source, yaml, YamlTree.PROFILE);
    }

    /**
     * Reads a file of others, which may be much larger than a profile.
     *
     * @throws ProfileException if it cannot be read, is empty or not YAML
     */
    public static Entry document(String file) {
        try {
            String text = BoundedFile.read(file, YamlTree.DOCUMENT.longest());
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            // YAML forbids tabs between values, JSON only within texts.
            boolean json = plain.stripLeading().startsWith("{");
            return parse(file, json ? plain.replace('\t', ' ') : plain, YamlTree.DOCUMENT);
        } catch (IOException unreadable) {
            throw new ProfileException(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Entry parse(String source, String yaml, YamlTree.Bounds bounds) {
        try {
            Node root = YamlTree.read(source, yaml, bounds);
            return new Entry(source, "", root, root);
        } catch (MarkedYamlEngineException malformed) {
            int line = malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ProfileException(
                    "%s, line %d: this is not YAML: %s"
                            .formatted(source, line, malformed.getProblem()));
        } catch (YamlEngineException malformed) {
            throw new ProfileException(source + " is not YAML: " + malformed.getMessage());
        }
    }

    /** Its place: "profile mine.yaml, line 7". */
    public String place() {
        int line = begin.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return source + ", line " + line;
    }

    /** Whether it has fields. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether it has elements. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is a text, a number or a boolean. */
    public boolean isText() {
        return node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag());
    }

    /** Its fields, with any names. */
    public Map<String, Entry> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("names with values, like “a: b”");
        }
        Map<String, Entry> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                Node begins = tuple.getKeyNode();
                throw new Entry(source, path, begins, begins).wrong("texts as names");
            }
            String key = name.getValue();
            Entry entry = new Entry(source, within(key), tuple.getKeyNode(), tuple.getValueNode());
            if (fields.put(key, entry) != null) {
                throw entry.fault("appears twice");
            }
        }
        return fields;
    }

    /** Its fields, all of which must have one of these names. */
    public Map<String, Entry> fields(List<String> known) {
        Map<String, Entry> fields = fields();
        fields.forEach((key, entry) -> entry.requireKnown(key, known));
        return fields;
    }

    /** The field of that name. */
    public Entry required(String name) {
        Entry entry = fields().get(name);
        if (entry == null) {
            throw new ProfileException("%s: %s is missing".formatted(place(), within(name)));
        }
        return entry;
    }

    /** Its elements, as of a list. */
    public List<Entry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("lists, like [a, b]");
        }
        List<Entry> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Entry(source, path, item, item));
        }
        return items;
    }

    /** Its text; numbers and booleans count as texts. */
    public String text() {
        if (node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())) {
            return scalar.getValue();
        }
        throw wrong("texts");
    }

    /** Its text, which is words in small letters. */
    String words() {
        if (!areWords(text())) {
            throw wrong("words in small letters");
        }
        return text();
    }

    /** Whether a text is words in small letters, as people say them. */
    static boolean areWords(String text) {
        return WORDS.matcher(text).matches();
    }

    /** Whether a text is a name in small letters, with dashes. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Its fields as texts. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields().forEach((name, entry) -> texts.put(name, entry.text()));
        return texts;
    }

    /** A whole number within these bounds. */
    public int number(int least, int most) {
        String allowed =
                most == Integer.MAX_VALUE
                        ? "whole numbers of at least %d".formatted(least)
                        : "whole numbers from %d to %d".formatted(least, most);
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException word) {
            throw wrong(allowed);
        }
        throw wrong(allowed);
    }

    /** One of these words. */
    public String oneOf(List<String> words) {
        if (!words.contains(text())) {
            throw wrong(String.join(", ", words));
        }
        return text();
    }

    /** Anything, as plain maps, lists, texts, numbers and booleans. */
    public @Nullable Object value() {
        return switch (node) {
            case MappingNode _ -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                fields().forEach((name, entry) -> map.put(name, entry.value()));
                yield map;
            }
            case SequenceNode _ -> {
                List<@Nullable Object> list = new ArrayList<>();
                items().forEach(entry -> list.add(entry.value()));
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw wrong("maps, lists and texts");
        };
    }

    private @Nullable Object scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (Tag.NULL.equals(tag)) {
            return null;
        }
        try {
            if (Tag.INT.equals(tag)) {
                return Long.valueOf(scalar.getValue());
            }
            if (Tag.FLOAT.equals(tag)) {
                return Double.valueOf(scalar.getValue());
            }
        } catch (NumberFormatException unfit) {
            throw wrong("numbers of up to 18 digits, and texts in quotes");
        }
        return Tag.BOOL.equals(tag)
                ? (Object) Boolean.valueOf(scalar.getValue())
                : scalar.getValue();
    }

    /** The exception for a value that does not fit. */
    public ProfileException wrong(String allowed) {
        String value = node instanceof ScalarNode scalar ? scalar.getValue() : kind();
        return fault("“%s” does not fit; allowed are %s".formatted(shown(value), allowed));
    }

    /** The exception for any other fault here. */
    public ProfileException fault(String sentence) {
        String what = path.isEmpty() ? "" : ", " + path;
        return new ProfileException("%s%s: %s".formatted(place(), what, sentence));
    }

    /** A foreign text, shortened for a message. */
    static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void requireKnown(String key, List<String> known) {
        if (!known.contains(key)) {
            throw new ProfileException(
                    "%s: “%s” is not known here; known are %s"
                            .formatted(
                                    place(),
                                    shown(key),
                                    String.join(", ", known.stream().sorted().toList())));
        }
    }

    private String within(String key) {
        return path.isEmpty() ? shown(key) : path + "." + shown(key);
    }

    private String kind() {
        return node instanceof MappingNode ? "names with values" : "a list";
    }
}
