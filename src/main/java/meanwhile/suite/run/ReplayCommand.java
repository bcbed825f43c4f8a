package meanwhile.suite.run;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.actors.Effort;
import meanwhile.actors.RunContext;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;

/** Words the command that plays an example again, to be pasted into a shell. */
public final class ReplayCommand {
    private static final String BUILT = "target/meanwhile.jar";
    private static final Path DEFAULT_REPORTS = Path.of("reports");

    /** What no shell interprets. */
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private ReplayCommand() {}

    /** The command that repeats an example of a run, given its history. */
    static String of(RunOptions options, Path history) {
        List<String> words = new ArrayList<>(List.of("run", "--replay", history.toString()));
        if (!options.target().equals(Profiles.REFERENCE)) {
            words.addAll(List.of("--target", options.target()));
        }
        file(words, "--features", options.features());
        file(words, "--specification", options.specification());
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
        if (options.effort() != Effort.NORMAL) {
            words.addAll(List.of("--effort", options.effort().name().toLowerCase(Locale.ROOT)));
        }
        if (!options.atMost().equals(RunOptions.LONG)) {
            words.addAll(List.of("--at-most", options.atMost().toSeconds() + "s"));
        }
        if (options.permitted()) {
            words.add("--i-may-test-this-target");
        }
        return of(words);
    }

    /** The command of this program with these words. */
    public static String of(List<String> words) {
        return "java -jar %s %s"
                .formatted(
                        quoted(jar()),
                        words.stream().map(ReplayCommand::quoted).collect(Collectors.joining(" ")));
    }

    /** The command that repeats a team's own suite: its steps are on no class path but its own. */
    static String ofSuite(RunOptions options) {
        return "mvn test -Dmeanwhile.seed=" + options.seed();
    }

    private static void file(List<String> words, String option, @Nullable Path file) {
        if (file != null) {
            words.addAll(List.of(option, file.toString()));
        }
    }

    /** The jar of this program, or the one that the build makes of its classes. */
    private static String jar() {
        CodeSource source = ReplayCommand.class.getProtectionDomain().getCodeSource();
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
