package meanwhile.target;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a small text file, and no more than that: a name may lead to a device without an end. */
final class BoundedFile {
    private BoundedFile() {}

    /**
     * The text of a file.
     *
     * @param most its maximum length in bytes
     * @throws IOException if it cannot be read, or is longer, or is not UTF-8; the message is a
     *     sentence without the file's name
     */
    static String read(String name, int most) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("it is longer than %d bytes".formatted(most));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (NoSuchFileException missing) {
            throw new IOException("it does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException("access denied", denied);
        } catch (CharacterCodingException binary) {
            throw new IOException("it is not a text in UTF-8", binary);
        } catch (InvalidPathException malformed) {
            throw new IOException("this is not a file’s name", malformed);
        }
    }
}
