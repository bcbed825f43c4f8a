package meanwhile.suite.setup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * What keeps a file from being written, in words: some exceptions name the file and nothing else.
 */
public final class FileErrors {
    private FileErrors() {}

    public static String words(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + " may not be written";
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case FileSystemException other when other.getReason() != null ->
                    other.getFile() + ": " + other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
