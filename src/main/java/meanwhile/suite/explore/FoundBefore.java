package meanwhile.suite.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;

/** What was found before: a feature whose examples are played first, and to which more is added. */
final class FoundBefore {
    private static final String FILE = "found.feature";
    private static final String HEAD =
            """
            Feature: What was found before

              Rule: Nothing that was contradicted once is contradicted again

            """;

    private final Path folder;

    /**
     * @param folder where what was found of all targets is kept
     * @param target a profile's name or file
     */
    FoundBefore(Path folder, String target) {
        this.folder = folder.resolve(shortName(target));
    }

    /** A profile's file without its folders and its ending. */
    static String shortName(String target) {
        String name = String.valueOf(Path.of(target).getFileName());
        return name.replaceFirst("\\.ya?ml$", "");
    }

    /** The folder of the feature. */
    Path folder() {
        return folder;
    }

    /** Whether there is anything. */
    boolean isThere() {
        return Files.exists(folder.resolve(FILE));
    }

    /** Adds an example, unless it is there already. */
    void add(Program program, int rounds) {
        String example = program.example(program.brief(), rounds);
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            String before = isThere() ? Files.readString(file) : HEAD;
            if (!before.contains(example)) {
                Files.writeString(file, before + example + '\n');
            }
        } catch (IOException unwritable) {
            throw new SetUpException(
                    "what was found cannot be kept in %s: %s"
                            .formatted(file, FileErrors.words(unwritable)));
        }
    }
}
