package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    private final AtomicInteger asked = new AtomicInteger();

    /** A gallery that takes this long to report that it is unhealthy. */
    private HealthProbe unwell(Duration hesitation) {
        return new HealthProbe(
                new FakeGallery(false) {
                    @Override
                    Outcome outcome(Operation operation, @Nullable Release release) {
                        asked.incrementAndGet();
                        Retry.untilPassed(System.nanoTime() + hesitation.toNanos());
                        return new Outcome.Refused(503, Refusal.MAINTENANCE, null, "not now");
                    }
                });
    }

    @Test
    void whoWaitedLongForANoDoesNotAskAgainForAsLong() {
        HealthProbe probe = unwell(Duration.ofSeconds(1));
        for (int i = 0; i < 100; i++) {
            assertThat(probe.isGood()).isFalse();
        }
        assertThat(asked).hasValueLessThan(100);
    }

    @Test
    void aWellGalleryIsAskedEachTime() {
        HealthProbe probe =
                new HealthProbe(
                        new FakeGallery(false) {
                            @Override
                            Outcome outcome(Operation operation, @Nullable Release release) {
                                asked.incrementAndGet();
                                return super.outcome(operation, release);
                            }
                        });
        assertThat(probe.isGood()).isTrue();
        assertThat(probe.isGood()).isTrue();
        assertThat(asked).hasValue(2);
    }
}
