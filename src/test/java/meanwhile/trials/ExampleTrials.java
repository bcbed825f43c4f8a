package meanwhile.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanwhile.report.data.Report;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the examples once; with {@code -Dmeanwhile.trials=20} until the log has so many trials of
 * this commit, so that measuring can stop at any moment and resume.
 */
public final class ExampleTrials {
    private static final int WANTED = Integer.getInteger("meanwhile.trials", 0);
    private static final Path LOG = Path.of("src/test/resources/examples/trials.ndjson");
    private static final long FIRST_SEED = 1_001;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExampleTrials() {}

    /**
     * One trial.
     *
     * @param form of the server: broken, repaired
     * @param commit of the program; with a plus if it was changed since
     * @param rules the verdict on each rule
     */
    public record Trial(
            String example,
            String form,
            long seed,
            String commit,
            String at,
            double seconds,
            Map<String, String> rules) {
        public Trial {
            rules = new TreeMap<>(rules);
        }
    }

    /** Plays an example with a seed. */
    @FunctionalInterface
    public interface Player {
        /** The verdict on each rule. */
        Map<String, String> play(long seed) throws Exception;
    }

    /** The verdict on each rule of a report. */
    public static Map<String, String> rules(Report report) {
        Map<String, String> rules = new TreeMap<>();
        report.rules().forEach(rule -> rules.put(rule.id(), rule.standing().word()));
        return rules;
    }

    /**
     * Plays an example, and checks each time that the verdicts are these.
     *
     * @param right what each rule must be, by its id; “*” for all others
     */
    public static void play(String example, String form, Map<String, String> right, Player player)
            throws Exception {
        String commit = WANTED == 0 ? "" : commit();
        int done = (int) read().stream().filter(one -> isOf(one, example, form, commit)).count();
        for (int i = WANTED == 0 ? 0 : done; i < Math.max(1, WANTED); i++) {
            long seed = FIRST_SEED + i;
            String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            long began = System.nanoTime();
            Map<String, String> rules = player.play(seed);
            double seconds = Math.round((System.nanoTime() - began) / 1e8) / 10.0;
            if (WANTED > 0) {
                append(new Trial(example, form, seed, commit, at, seconds, rules));
            }
            assertThat(rules).isNotEmpty();
            assertThat(rules)
                    .as("%s, %s, seed %d", example, form, seed)
                    .allSatisfy(
                            (id, verdict) ->
                                    assertThat(verdict)
                                            .as(id)
                                            .isEqualTo(right.getOrDefault(id, right.get("*"))));
        }
    }

    private static boolean isOf(Trial trial, String example, String form, String commit) {
        return trial.example().equals(example)
                && trial.form().equals(form)
                && trial.commit().equals(commit);
    }

    private static List<Trial> read() throws IOException {
        return Files.exists(LOG)
                ? Files.readAllLines(LOG).stream()
                        .map(line -> JSON.readValue(line, Trial.class))
                        .toList()
                : List.of();
    }

    private static void append(Trial trial) throws IOException {
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        Files.writeString(
                LOG,
                JSON.writeValueAsString(trial) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String commit() throws IOException {
        String changed = git("status", "--porcelain", "--", "src/main", "src/examples", "features");
        return git("rev-parse", "--short", "HEAD") + (changed.isEmpty() ? "" : "+");
    }

    private static String git(String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
