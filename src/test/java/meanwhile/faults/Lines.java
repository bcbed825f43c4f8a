package meanwhile.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The lines to a gallery's nodes. */
final class Lines implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<FaultyLine> lines = new ArrayList<>();

    /**
     * @param tls for lines that speak TLS to the suite; null for none
     */
    Lines(List<URI> nodes, @Nullable SSLContext tls) throws IOException {
        for (URI node : nodes) {
            lines.add(new FaultyLine(node, tls));
        }
    }

    void set(Fault fault) {
        lines.forEach(line -> line.set(fault));
    }

    int spoilt() {
        return lines.stream().mapToInt(FaultyLine::spoilt).sum();
    }

    /** Waits until this many more answers have passed. */
    void awaitAnswers(int more) {
        int wanted = answers() + more;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answers() < wanted) {
            assertThat(System.nanoTime()).as("%d more answers", more).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** Alternates between fault and no fault, counted in answers, while the run is alive. */
    void changeWeather(Fault fault, int bad, int good, BooleanSupplier isThere) {
        while (isThere.getAsBoolean()) {
            set(fault);
            passed(bad, isThere);
            set(Fault.NONE);
            passed(good, isThere);
        }
    }

    private void passed(int more, BooleanSupplier isThere) {
        int wanted = answers() + more;
        while (answers() < wanted && isThere.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private int answers() {
        return lines.stream().mapToInt(FaultyLine::answers).sum();
    }

    /** Writes the reference profile with doors that lead through the lines. */
    Path profile(Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), Setting.PASSWORD);
        try (InputStream shipped = getClass().getResourceAsStream("/targets/reference.yaml")) {
            String text =
                    new String(
                            Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    folder.resolve("profile.yaml"),
                    """
                    %s
                    doors: %s
                    administrator: {login: mara, password-from-file: "%s"}
                    """
                            .formatted(
                                    text,
                                    lines.stream().map(FaultyLine::address).toList(),
                                    password));
        }
    }

    @Override
    public void close() throws IOException {
        for (FaultyLine line : lines) {
            line.close();
        }
    }
}
