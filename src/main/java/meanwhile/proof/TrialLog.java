package meanwhile.proof;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of trials, one line of JSON each, so that measuring can stop at any moment and resume days
 * later. A truncated last line is dropped, and its trial is measured again.
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
     * @throws IOException if the file cannot be read, or a line is not a trial; the message names
     *     the line
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

    /**
     * Adds a trial, which is on disk when this returns. Several processes may write to one log: a
     * line without an end was left by an interrupted process and is dropped.
     */
    public void append(Trial trial) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] line = (JSON.writeValueAsString(trial) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
                FileLock _ = channel.lock()) {
            String before = Files.readString(file);
            channel.truncate(whole(before).getBytes(StandardCharsets.UTF_8).length);
            channel.position(channel.size());
            for (ByteBuffer left = ByteBuffer.wrap(line); left.hasRemaining(); ) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }
}
