package meanwhile.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code proof.json}; fields that a newer version adds are ignored. */
public final class ProofFile {
    /** Its name in the folder of a report. */
    public static final String NAME = "proof.json";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final String SHIPPED = "/proof/proof.json";

    private ProofFile() {}

    /**
     * The proof that was measured over many days before this version of the suite was published;
     * null if the suite was built without one.
     */
    public static @Nullable Proof shipped() {
        try (InputStream in = ProofFile.class.getResourceAsStream(SHIPPED)) {
            return in == null ? null : JSON.readValue(in, Proof.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(SHIPPED, unreadable);
        }
    }

    /**
     * The proof in a report's folder; if there is none, the one that ships with the suite.
     *
     * @return null if there is neither
     * @throws IllegalArgumentException if the file is not a proof
     * @throws IOException if it cannot be read
     */
    public static @Nullable Proof read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return shipped();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Proof.class);
        } catch (JacksonException damaged) {
            throw new IllegalArgumentException(
                    file + ": this is not a proof; write it again with prove, or remove it",
                    damaged);
        }
    }
}
