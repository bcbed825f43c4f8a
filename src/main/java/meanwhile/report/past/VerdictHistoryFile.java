package meanwhile.report.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the verdicts of earlier runs: {@code history.json}, version 1. */
public final class VerdictHistoryFile {
    /** Its name in the folder of a report. */
    public static final String NAME = "history.json";

    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private record Form(int version, List<VerdictHistory.Run> runs) {}

    private VerdictHistoryFile() {}

    /**
     * Reads the history from a report's folder; without a file it is empty.
     *
     * @throws IllegalArgumentException if the file is not of this form and version
     * @throws IOException if it cannot be read
     */
    public static VerdictHistory read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new VerdictHistory(List.of());
        }
        try {
            Form form = JSON.readValue(Files.readAllBytes(file), Form.class);
            if (form.version() != VERSION) {
                throw new IllegalArgumentException(
                        "%s: version %d is not supported, only %d; remove the file to start again"
                                .formatted(file, form.version(), VERSION));
            }
            return new VerdictHistory(form.runs());
        } catch (JacksonException | NullPointerException damaged) {
            throw new IllegalArgumentException(
                    file + ": this is not a history of verdicts; remove the file to start again",
                    damaged);
        }
    }

    /**
     * Writes the history into a report's folder.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(VerdictHistory history, Path folder) throws IOException {
        Files.write(
                folder.resolve(NAME), JSON.writeValueAsBytes(new Form(VERSION, history.runs())));
    }
}
