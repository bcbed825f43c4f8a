package meanwhile.suite.prove;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import meanwhile.proof.Survival;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Explains why some mechanical mutants of the gallery survive, as found by review. */
public final class SurvivorReasons {
    private static final String PLACE = "/proof/survivors.json";

    private SurvivorReasons() {}

    /** Returns the reasons by the mutant's name. */
    public static Map<String, Survival> reasons() {
        try (InputStream in = SurvivorReasons.class.getResourceAsStream(PLACE)) {
            return JsonMapper.shared()
                    .readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PLACE, unreadable);
        }
    }
}
