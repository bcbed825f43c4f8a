package meanwhile.suite.setup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Explains in words why a file cannot be written: some exceptions carry nothing but its name. */
public final class FileErrors {
    private FileErrors() {}

    public static String words(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": access denied";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileSystemException other when other.getReason() != null ->
                    other.getFile() + ": " + other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
