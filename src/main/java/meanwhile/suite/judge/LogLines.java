package meanwhile.suite.judge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the lines of a log, whichever way they end, without the mark that some editors begin with.
 */
final class LogLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LogLines() {}

    /**
     * @throws DamagedLog if it is not UTF-8; the message names the line
     * @throws IOException if it cannot be read at all
     */
    static List<String> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer letters = CharBuffer.allocate(bytes.remaining());
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(bytes, letters, true);
        String text = letters.flip().toString();
        if (end.isError()) {
            int line = 1 + (int) text.chars().filter(letter -> letter == '\n').count();
            throw new DamagedLog(line, "this is not a text in UTF-8");
        }
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    }
}
