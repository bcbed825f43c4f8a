package meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads all sources for what the compiler lets pass. */
class StyleTest {
    private static final Pattern VAR = Pattern.compile("\\bvar\\s+\\w+\\s*[=:,)]");

    @Test
    void noSourceDeclaresAVariableWithVar() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
            assertThat(sources).as("no source would pass in silence").hasSizeGreaterThan(100);
            assertThat(sources)
                    .as("write the type, as everywhere else")
                    .allSatisfy(
                            file -> assertThat(Files.readString(file)).doesNotContainPattern(VAR));
        }
    }

    @Test
    void variablesDeclaredWithVarAreFound() {
        // Put together from two parts, lest the scan find it here.
        assertThat(Stream.of("x = 1;", "x : all)", "x, ", "x) ->").map(rest -> "v" + "ar " + rest))
                .allSatisfy(text -> assertThat(text).containsPattern(VAR));
    }
}
