package meanwhile.report.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code history.json}, version 1: the past as a file. */
public final class PastFile {
    /** Its name in the folder of a report. */
    public static final String NAME = "history.json";

    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private record Form(int version, List<Past.Run> runs) {}

    private PastFile() {}

    /**
     * Reads the past from a report's folder; without a file there is none.
     *
     * @throws IllegalArgumentException if the file is not of this form and version
     * @throws IOException if it cannot be read
     */
    public static Past read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new Past(List.of());
        }
        try {
            Form form = JSON.readValue(Files.readAllBytes(file), Form.class);
            if (form.version() != VERSION) {
                throw new IllegalArgumentException(
                        "%s: version %d is not known, only %d; remove the file to begin anew"
                                .formatted(file, form.version(), VERSION));
            }
            return new Past(form.runs());
        } catch (JacksonException | NullPointerException damaged) {
            throw new IllegalArgumentException(
                    file + ": this is not a history of verdicts; remove the file to begin anew",
                    damaged);
        }
    }

    /**
     * Writes the past into a report's folder.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Past past, Path folder) throws IOException {
        Files.write(folder.resolve(NAME), JSON.writeValueAsBytes(new Form(VERSION, past.runs())));
    }
}
