package meanwhile.target;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The tree of a YAML file, which is neither deep nor, with all its aliases expanded, large: whoever
 * reads it may follow it recursively.
 */
final class YamlTree {
    /** A profile is written by people. */
    static final Bounds PROFILE = new Bounds(1024 * 1024, 50, 50_000);

    /** The description of a whole API is often written by a machine. */
    static final Bounds DOCUMENT = new Bounds(32 * 1024 * 1024, 100, 4_000_000);

    private final String source;
    private final Bounds bounds;
    private int nodes;

    /**
     * How much a file may contain.
     *
     * @param longest in bytes
     * @param deepest in levels
     * @param largest in values
     */
    record Bounds(int longest, int deepest, int largest) {}

    private YamlTree(String source, Bounds bounds) {
        this.source = source;
        this.bounds = bounds;
    }

    /**
     * Reads it.
     *
     * @param source names the file in messages
     * @throws ProfileException if it is empty, too deep or too large
     */
    static Node read(String source, String yaml, Bounds bounds) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(source)
                        // A smaller buffer fails where it splits a surrogate pair.
                        .setBufferSize(yaml.length() + 1)
                        .setAllowNonScalarKeys(true)
                        .setMaxAliasesForCollections(bounds.largest())
                        .setCodePointLimit(bounds.longest())
                        .build();
        YamlTree tree = new YamlTree(source, bounds);
        // The composer is recursive, so the depth is checked before.
        tree.requireShallow(new Parse(settings).parseString(yaml));
        Node root =
                new Compose(settings)
                        .composeString(yaml)
                        .orElseThrow(() -> new ProfileException(source + " is empty"));
        tree.requireSmall(root, 0);
        return root;
    }

    private void requireShallow(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
                requireDepth(depth, event.getStartMark().map(Mark::getLine).orElse(0));
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    /** Aliases are followed: one that contains itself is too deep, and many may be too large. */
    private void requireSmall(Node node, int depth) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0);
        requireDepth(depth, line);
        nodes++;
        if (nodes > bounds.largest()) {
            throw fault(line, "has more than %d values".formatted(bounds.largest()));
        }
        switch (node) {
            case MappingNode mapping ->
                    mapping.getValue()
                            .forEach(
                                    tuple ->
                                            List.of(tuple.getKeyNode(), tuple.getValueNode())
                                                    .forEach(
                                                            each -> requireSmall(each, depth + 1)));
            case SequenceNode sequence ->
                    sequence.getValue().forEach(each -> requireSmall(each, depth + 1));
            default -> {}
        }
    }

    private void requireDepth(int depth, int line) {
        if (depth > bounds.deepest()) {
            throw fault(line, "is nested more than %d levels deep".formatted(bounds.deepest()));
        }
    }

    private ProfileException fault(int line, String sentence) {
        return new ProfileException(
                "%s, line %d: the file %s".formatted(source, line + 1, sentence));
    }
}
