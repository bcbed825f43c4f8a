package meanwhile.history;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Histories as files: one JSON object a line, UTF-8. The first line says what was played ({@link
 * Header}), then each play has a line of its own ({@link Play}) that is followed by its calls, and
 * the last line says how many plays and calls there were, so that a file cut short is noticed:
 *
 * <pre>
 * {"form":"meanwhile-history","version":1,"target":"reference","feature":"…","example":"…","seed":42}
 * {"play":{"round":1,"attempt":1,"collided":true,"names":{"i-7":"Tabby"}}}
 * {"call":0,"phase":"when","actor":"Ben on his phone","member":"Ben","device":"his phone","door":0,
 *  "gated":true,"operation":{"type":"cast-vote","image":"i-7","value":1},"begun":…,"released":…,
 *  "firstByte":…,"ended":…,"outcome":{"type":"accepted","status":201,"answer":{"type":"vote-taken","id":"v-1"}}}
 * {"end":{"plays":1,"calls":1}}
 * </pre>
 *
 * <p>Times are nanoseconds since the run began, durations ISO 8601, facts that are not known are
 * left out. Passwords and tokens are never written, and of a file only its fingerprint and length:
 * what is read back carries {@link meanwhile.language.Secret#MASK} and no bytes in their place.
 */
public final class HistoryFile {
    /** What every file of this kind calls itself. */
    static final String FORM = "meanwhile-history";

    /** The version that is written, and the only one that is read. */
    static final int VERSION = 1;

    private HistoryFile() {}

    /**
     * Where a history comes from.
     *
     * @param target the profile's name
     * @param feature the feature file, relative to the features' folder
     * @param example the example's name
     * @param seed the run's seed
     */
    public record Header(String target, String feature, String example, long seed) {}

    /**
     * One play of a round.
     *
     * @param round which round, from 1
     * @param attempt which play of it, from 1
     * @param collided whether what should have met did
     * @param names the feature's names by identifier
     * @param history its calls
     */
    public record Play(
            int round, int attempt, boolean collided, Map<String, String> names, History history) {
        public Play {
            names = Map.copyOf(names);
        }
    }

    /** What a file holds. */
    public record Recorded(Header header, List<Play> plays) {
        public Recorded {
            plays = List.copyOf(plays);
        }
    }

    /** The first line. */
    record FirstLine(
            String form, int version, String target, String feature, String example, long seed) {}

    /** The line before a play's calls. */
    record PlayLine(PlayFacts play) {}

    /** What that line says. */
    record PlayFacts(int round, int attempt, boolean collided, Map<String, String> names) {}

    /** A call. The actor is there for people; the member and the device say the same. */
    record CallLine(
            int call,
            Phase phase,
            String actor,
            String member,
            @Nullable String device,
            int door,
            boolean gated,
            Operation operation,
            long begun,
            long released,
            long firstByte,
            long ended,
            @Nullable Long planned,
            Outcome outcome) {}

    /** The last line. */
    record EndLine(Totals end) {}

    /** What that line says. */
    record Totals(int plays, int calls) {}

    /**
     * Writes a file, in the place of an older one of this name; its folder is made if need be.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Header header, List<Play> plays) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            line(
                    out,
                    new FirstLine(
                            FORM,
                            VERSION,
                            header.target(),
                            header.feature(),
                            header.example(),
                            header.seed()));
            int calls = 0;
            for (Play play : plays) {
                // Sorted, so that the same plays give the same file.
                Map<String, String> names = new TreeMap<>(play.names());
                line(
                        out,
                        new PlayLine(
                                new PlayFacts(
                                        play.round(), play.attempt(), play.collided(), names)));
                for (Call call : play.history().calls()) {
                    line(out, line(call));
                }
                calls += play.history().size();
            }
            line(out, new EndLine(new Totals(plays.size(), calls)));
        }
    }

    /**
     * Reads a file back.
     *
     * @throws DamagedHistory if it is not a whole history of this form and version
     * @throws IOException if it cannot be read at all
     */
    public static Recorded read(Path file) throws IOException {
        return new HistoryReader(file).read();
    }

    private static void line(Writer out, Record line) throws IOException {
        out.write(RecordJson.write(line).toString());
        out.write('\n');
    }

    private static CallLine line(Call call) {
        return new CallLine(
                call.number(),
                call.phase(),
                call.actor().toString(),
                call.actor().member(),
                call.actor().device(),
                call.door(),
                call.gated(),
                call.operation(),
                call.times().begun(),
                call.times().released(),
                call.times().firstByte(),
                call.times().ended(),
                call.times().planned(),
                call.outcome());
    }
}
