package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The surroundings of a run: full disks, files in place of folders, odd names, other users. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class RunSurroundingsIT {
    private static final String FEATURE =
            """
            @R1
            Feature: Voting on one image

              @R1.2
              Rule: The count grows by exactly the accepted votes

                Example: Three at the same moment
                  Given Ana has uploaded "Tabby"
                  When at the same moment, 3 times over:
                    | Ben   | votes up on "Tabby" |
                    | Chloe | votes up on "Tabby" |
                    | Dan   | votes up on "Tabby" |
                  Then the count of "Tabby" is exactly its accepted votes
            """;

    @TempDir private static Path temporary;
    @TempDir private static Path features;

    private final Runs runs = new Runs(temporary);
    @TempDir private Path folder;

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(features.resolve("r1.feature"), FEATURE);
    }

    @Test
    void aFullDiskIsToldAndSoIsTheVerdict() throws Exception {
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Files.createSymbolicLink(reports.resolve("cucumber-messages.ndjson"), Path.of("/dev/full"));
        Runs.Ended ended = run(List.of(), reports);
        assertThat(ended.exit()).as(ended.text()).isEqualTo(3);
        assertThat(ended.text())
                .contains("R1.2  holds")
                .contains("the report cannot be written to " + reports)
                .contains("No space left on device");
        assertThat(reports.resolve("index.html")).exists();
        tell("disk full", ended);
    }

    /** The pages no longer fit; the measurements were written before them. */
    @Test
    void aDiskThatFillsUpKeepsWhatWasMeasured() throws Exception {
        assumeRoot();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path kept = folder.resolve("kept");
        String shell =
                """
                mount -t tmpfs -o size=300k none "$DISK" || exit 9
                "$@"
                exit=$?
                cp -r "$DISK" "$KEPT" && exit $exit
                """;
        Runs.Ended ended =
                run(
                        List.of(
                                "env",
                                "DISK=" + disk,
                                "KEPT=" + kept,
                                "unshare",
                                "-m",
                                "sh",
                                "-c",
                                shell,
                                "sh"),
                        disk);
        assertThat(ended.exit()).as(ended.text()).isEqualTo(3);
        assertThat(ended.text()).contains("R1.2  holds").contains("No space left on device");
        assertThat(Ending.calls(kept)).hasSizeGreaterThan(9);
        assertThat(Files.readString(kept.resolve("specification.json"))).contains("\"holds\"");
        tell("a disk that fills up", ended);
    }

    @Test
    void reportsThatAreAFileOrCannotBeWrittenAreRefusedBeforeAnythingStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Runs.Ended ended = run(List.of(), file);
        assertThat(ended.exit()).as(ended.text()).isEqualTo(3);
        assertThat(ended.text())
                .endsWith("\nmeanwhile: --reports: %s is not a folder\n".formatted(file))
                .doesNotContain("starting the embedded gallery");
        tell("reports/ is a file", ended);

        Path none = Path.of("/proc/reports");
        Runs.Ended never = run(List.of(), none);
        assertThat(never.exit()).as(never.text()).isEqualTo(3);
        assertThat(never.text())
                .contains("\nmeanwhile: --reports: nothing can be written to")
                .doesNotContain("starting the embedded gallery");
        tell("reports/ cannot be written", never);
    }

    @Test
    void aPathMayHaveSpacesAndLettersOfAllScripts() throws Exception {
        // The shell creates the name: this JVM may run in a locale that cannot express it.
        String shell =
                """
                export LC_ALL=C.UTF-8
                there="$1/$(printf 'a b, \\303\\274 \\347\\214\\253')"
                mkdir "$there" && cd "$there" && shift && exec "$@" \
                -Djava.io.tmpdir="$there" -cp "$CLASSES" meanwhile.suite.Main \
                run --features "$FEATURES" --reports "$there/r"
                """;
        Runs.Ended ended =
                runs.started(
                                List.of(
                                        "env",
                                        "CLASSES=" + absolute(),
                                        "FEATURES=" + features,
                                        "sh",
                                        "-c",
                                        shell,
                                        "sh",
                                        folder.toString(),
                                        Runs.java()))
                        .end();
        assertThat(ended.exit()).as(ended.text()).isZero();
        tell("a path with spaces, a comma and letters of all scripts", ended);
    }

    private static String absolute() {
        return Runs.classPath().stream()
                .map(one -> one.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void withoutSharedMemoryItRunsJustAsWell() throws Exception {
        assumeRoot();
        String shell =
                "mount -t tmpfs -o ro none /dev/shm && ! touch /dev/shm/x 2>&- && exec \"$@\"";
        List<String> without = List.of("unshare", "-m", "sh", "-c", shell, "sh");
        Runs.Ended ended = run(without, folder.resolve("reports"));
        assertThat(ended.exit()).as(ended.text()).isZero();
        tell("no /dev/shm", ended);
    }

    /** All other tests run as the user of the build; PostgreSQL itself refuses to run as root. */
    @Test
    void anotherUserThanRootRunsItToo() throws Exception {
        assumeRoot();
        Path copy = Files.createDirectory(folder.resolve("theirs"));
        for (Path one : Runs.classPath()) {
            copy(one, copy.resolve(one.getFileName() + "-" + Integer.toHexString(one.hashCode())));
        }
        String classes;
        try (Stream<Path> copies = Files.list(copy)) {
            classes = copies.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
        for (Path open : List.of(folder, copy, features, features.resolve("r1.feature"))) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Runs.Ended ended = runs.started(asNobody(classes, folder.resolve("reports"))).end();
        assertThat(ended.exit()).as(ended.text()).isZero();
        tell("not root", ended);

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        Runs.Ended refused = runs.started(asNobody(classes, folder.resolve("others"))).end();
        assertThat(refused.exit()).as(refused.text()).isEqualTo(3);
        assertThat(refused.text()).contains("others: access denied");
        tell("reports/ of somebody else", refused);
    }

    private List<String> asNobody(String classes, Path reports) {
        return List.of(
                "runuser",
                "-u",
                "nobody",
                "--",
                Runs.java(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classes,
                "meanwhile.suite.Main",
                "run",
                "--features",
                features.toString(),
                "--reports",
                reports.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes as)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(path).toString()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes as)
                            throws IOException {
                        Path there =
                                path.equals(from)
                                        ? to
                                        : to.resolve(from.relativize(path).toString());
                        Files.copy(path, there);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Runs.Ended ended = runs.start("gallery", "--port", port).end();
            assertThat(ended.exit()).as(ended.text()).isEqualTo(3);
            assertThat(ended.text()).contains("meanwhile: Port " + port + " is in use.");
            assertThat(runs.leftovers()).isEmpty();
            tell("a port that is taken", ended);
        }
    }

    private static void assumeRoot() {
        assumeThat(System.getProperty("user.name"))
                .as("only root can take this away, or become somebody else")
                .isEqualTo("root");
    }

    private Runs.Ended run(List<String> wrapper, Path reports) throws Exception {
        return runs.start(
                        wrapper,
                        List.of(),
                        "run",
                        "--features",
                        features.toString(),
                        "--reports",
                        reports.toString())
                .end();
    }

    private void tell(String fault, Runs.Ended ended) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "fault: %s; exit %d after %.1f s; leftovers %d%n",
                fault,
                ended.exit(),
                ended.seconds(),
                runs.leftovers().size());
    }
}
