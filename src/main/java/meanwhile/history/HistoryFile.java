package meanwhile.history;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes and reads histories as files: UTF-8, one JSON object per line. The first line says what
 * was played ({@link HistoryHeader}). Each play has a line of its own ({@link RecordedPlay}),
 * followed by its calls. The last line states the number of plays and calls, so that a truncated
 * file is noticed:
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
 * <p>What the target asked of others, as a sink of the profile heard it, is a call too: its phase
 * is {@code elsewhere}, its actor the sink, and its operation has the type {@code declared-event}.
 *
 * <p>Times are nanoseconds since the run began, durations are ISO 8601, unknown facts are left out.
 * Passwords and tokens are never written, and of an image file only its fingerprint and length: a
 * history that is read back has {@link meanwhile.language.Secret#MASK} and no bytes in their place.
 * A fact of an answer that repeats a secret has been masked by the driver already.
 */
public final class HistoryFile {
    private HistoryFile() {}

    /**
     * Writes a file, replaces an older one of this name, and creates its folder if necessary.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, HistoryHeader header, List<RecordedPlay> plays)
            throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            line(
                    out,
                    new HistoryLines.FirstLine(
                            HistoryLines.FORM,
                            HistoryLines.VERSION,
                            header.target(),
                            header.feature(),
                            header.example(),
                            header.seed()));
            int calls = 0;
            for (RecordedPlay play : plays) {
                // Sorted, so that the same plays give the same file.
                Map<String, String> names = new TreeMap<>(play.names());
                line(
                        out,
                        new HistoryLines.PlayLine(
                                new HistoryLines.PlayNumbers(
                                        play.round(), play.attempt(), play.collided(), names)));
                for (Call call : play.history().calls()) {
                    line(out, line(call));
                }
                calls += play.history().size();
            }
            line(out, new HistoryLines.EndLine(new HistoryLines.Totals(plays.size(), calls)));
        }
    }

    /**
     * Reads a file back.
     *
     * @throws DamagedHistory if it is not a complete history of this form and version
     * @throws IOException if it cannot be read at all
     */
    public static RecordedHistory read(Path file) throws IOException {
        return new HistoryReader(file).read();
    }

    private static void line(Writer out, Record line) throws IOException {
        out.write(RecordJson.write(line).toString());
        out.write('\n');
    }

    private static HistoryLines.CallLine line(Call call) {
        return new HistoryLines.CallLine(
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
