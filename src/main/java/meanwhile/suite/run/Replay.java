package meanwhile.suite.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.actors.RunContext;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * An example to repeat, as a report's history describes it.
 *
 * @param target the target of that run
 * @param feature the feature file, relative to the features' folder
 * @param example its name
 * @param seed the seed of that run
 */
public record Replay(String target, String feature, String example, long seed) {
    private static final String BUILT = "target/meanwhile.jar";
    private static final Path DEFAULT_REPORTS = Path.of("reports");

    /** What no shell interprets. */
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    /**
     * Reads the description from a report's history.
     *
     * @throws SetUpException if the file is no such history
     */
    public static Replay of(Path history) {
        try {
            HistoryHeader header = HistoryFile.read(history).header();
            return new Replay(header.target(), header.feature(), header.example(), header.seed());
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "--replay: %s is not a readable history, like those in reports/histories (%s)"
                            .formatted(history, unreadable.getMessage()));
        }
    }

    /** The command that repeats an example of a run, given its history, for a shell. */
    static String command(RunOptions options, Path history) {
        List<String> words = new ArrayList<>(List.of("run", "--replay", history.toString()));
        if (!options.target().equals(Profiles.REFERENCE)) {
            words.addAll(List.of("--target", options.target()));
        }
        file(words, "--features", options.features());
        file(words, "--accepted", options.accepted());
        if (!options.reports().equals(DEFAULT_REPORTS)) {
            file(words, "--reports", options.reports());
        }
        if (!options.defects().isEmpty()) {
            words.add("--defect");
            words.addAll(options.defects());
        }
        if (options.manner() == RunContext.Manner.ONE_AFTER_ANOTHER) {
            words.add("--one-after-another");
        }
        if (options.permitted()) {
            words.add("--i-may-test-this-target");
        }
        return "java -jar %s %s"
                .formatted(
                        quoted(jar()),
                        words.stream().map(Replay::quoted).collect(Collectors.joining(" ")));
    }

    private static void file(List<String> words, String option, @Nullable Path file) {
        if (file != null) {
            words.addAll(List.of(option, file.toString()));
        }
    }

    /** The jar of this program, or the one that the build makes of its classes. */
    private static String jar() {
        CodeSource source = Replay.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return BUILT;
        }
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        return Path.of("").toAbsolutePath().relativize(jar).toString();
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
