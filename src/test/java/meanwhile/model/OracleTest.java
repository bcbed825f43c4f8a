package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every checker against brute force, on random small histories. {@code -Dmeanwhile.oracle=1000000}
 * sets their number for each checker; {@code -Dmeanwhile.seed} sets the first seed.
 */
class OracleTest {
    private static final int EACH = Integer.getInteger("meanwhile.oracle", 100_000);
    private static final long SEED = Long.getLong("meanwhile.seed", 1);

    static Stream<OracleSubject<?>> subjects() {
        return Stream.concat(OracleSubjects.all().stream(), Pairwise.all().stream());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void agreesWithTheOracle(OracleSubject<?> subject) {
        OracleSubject.Outcomes outcomes = subject.compare(EACH, SEED);
        System.out.println(outcomes);
        // An oracle that always says the same proves nothing.
        assertThat(outcomes.legal()).as("legal histories").isGreaterThan(EACH / 50);
        assertThat(outcomes.found()).as("illegal histories").isGreaterThan(EACH / 50);
    }
}
