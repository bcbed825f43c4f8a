package meanwhile.suite.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramDigestTest {
    private static final List<String> FILES =
            List.of("meanwhile/a/One.class", "meanwhile/Two.class", "features/u1.feature");

    @TempDir private Path folder;
    private Path classes;

    @BeforeEach
    void write() throws IOException {
        classes = folder.resolve("classes");
        for (String file : FILES) {
            put(file, file);
        }
    }

    private void put(String file, String content) throws IOException {
        Path path = classes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void theJarOfSomeClassesIsTheSameProgram() throws IOException {
        Path jar = folder.resolve("program.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String file : FILES.reversed()) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(Files.readAllBytes(classes.resolve(file)));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("org/library/Other.class"));
            zip.closeEntry();
        }
        assertThat(ProgramDigest.of(jar))
                .matches("[0-9a-f]{12}")
                .isEqualTo(ProgramDigest.of(classes));
    }

    @Test
    void anyOtherContentOrNameIsAnotherProgram() throws IOException {
        String before = ProgramDigest.of(classes);
        put("features/u1.feature", "another promise");
        String changed = ProgramDigest.of(classes);
        Files.move(
                classes.resolve("meanwhile/Two.class"), classes.resolve("meanwhile/Three.class"));
        assertThat(List.of(before, changed, ProgramDigest.of(classes))).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoProgramIsAnError() {
        assertThatThrownBy(() -> ProgramDigest.of(folder.resolve("gone.jar")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theRunningProgramIsThatOfTheClasses() {
        assertThat(ProgramDigest.running())
                .matches("[0-9a-f]{12}")
                .isEqualTo(ProgramDigest.running());
    }
}
