package meanwhile.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trials in a file, a line of JSON each, so that measuring can stop at any moment and go on days
 * later. A last line that was cut off is dropped; it will be measured again.
 */
public final class TrialLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public TrialLog(Path file) {
        this.file = file;
    }

    /**
     * All trials so far, in the order in which they were made.
     *
     * @throws IOException if the file cannot be read, or a line is no trial; the message names it
     */
    public List<Trial> read() throws IOException {
        List<Trial> trials = new ArrayList<>();
        if (!Files.exists(file)) {
            return trials;
        }
        int number = 0;
        for (String line : whole(Files.readString(file)).lines().toList()) {
            number++;
            try {
                trials.add(JSON.readValue(line, Trial.class));
            } catch (JacksonException malformed) {
                throw new IOException(
                        file + ", line " + number + ": not a trial: " + malformed.getMessage(),
                        malformed);
            }
        }
        return trials;
    }

    /** Adds a trial; it is on the disk when this returns. */
    public void append(Trial trial) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String before = Files.exists(file) ? Files.readString(file) : "";
        String kept = whole(before);
        if (kept.length() < before.length()) {
            Files.writeString(file, kept);
        }
        Files.write(
                file,
                (JSON.writeValueAsString(trial) + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }
}
