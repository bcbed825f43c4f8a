package meanwhile.suite.prove;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meanwhile.suite.setup.SetUpException;

/**
 * The program that makes trials, in a few letters: the digest of its classes, resources and
 * features, without the libraries. It is the same for a folder of classes and a jar made of them,
 * and needs no version that somebody must remember to raise.
 */
final class ProgramDigest {
    private static final List<String> PARTS = List.of("meanwhile", "features");
    private static final int LETTERS = 12;

    private ProgramDigest() {}

    /**
     * The digest of the running program.
     *
     * @throws SetUpException if its files cannot be read
     */
    static String running() {
        CodeSource source = ProgramDigest.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new SetUpException("the files of this program cannot be found");
        }
        Path location = Path.of(URI.create(source.getLocation().toString()));
        try {
            return of(location);
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "the program %s cannot be read: %s".formatted(location, unreadable));
        }
    }

    /**
     * The digest of a program.
     *
     * @param location a folder of classes, or a jar
     */
    static String of(Path location) throws IOException {
        if (Files.isDirectory(location)) {
            return digest(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
            return digest(jar.getPath("/"));
        }
    }

    private static String digest(Path root) throws IOException {
        // By names with slashes, because folders and jars list their files in different orders.
        Map<String, Path> files = new TreeMap<>();
        for (String part : PARTS) {
            Path folder = root.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile)
                            .forEach(file -> files.put(name(root, file), file));
                }
            }
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            byte[] bytes = Files.readAllBytes(file.getValue());
            digest.update(
                    "%s %d "
                            .formatted(file.getKey(), bytes.length)
                            .getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
