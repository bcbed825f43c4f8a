package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import meanwhile.language.Promises;
import org.junit.jupiter.api.Test;

class PromiseMeaningsTest {
    @Test
    void tellsTheTargetsOwnFigures() {
        Promises promises =
                new Promises(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(500),
                        Duration.ZERO);
        List<PromiseMeanings> rules = PromiseMeanings.of(promises);
        assertThat(rules)
                .extracting(PromiseMeanings::rule)
                .containsExactly("Consistency", "Answers", "Latency");
        assertThat(rules.get(0).words())
                .contains("Others see it within 500 ms, counts follow at once");
        assertThat(rules.get(1).words()).contains("within 10 s");
        assertThat(rules.get(2).words()).contains("4 times as long").contains("below 50 ms");
    }
}
