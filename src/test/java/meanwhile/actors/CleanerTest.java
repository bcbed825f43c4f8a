package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CleanerTest {
    private static final Map<Integer, Gallery.Sender> THINGS =
            IntStream.range(0, 1_000)
                    .boxed()
                    .collect(Collectors.toMap(i -> i, _ -> new Gallery.Sender(0, null)));

    private static final Gallery.Sender OWNER = new Gallery.Sender(0, null);
    private static final Operation DELETE = new Operation.DeleteImage(new ImageId("tabby"));

    private final AtomicInteger asked = new AtomicInteger();
    private final Cleaner cleaner = new Cleaner(new FakeGallery(false));

    @Test
    void everythingIsCleanedAndCounted() {
        Set<Integer> cleaned = ConcurrentHashMap.newKeySet();
        Set<String> told = ConcurrentHashMap.newKeySet();
        cleaner.each(
                THINGS,
                (done, of) -> told.add(done + " of " + of),
                (thing, _) -> cleaned.add(thing));
        assertThat(cleaned).isEqualTo(THINGS.keySet());
        assertThat(told).hasSize(1_000).contains("1 of 1000", "1000 of 1000");
    }

    @Test
    void whoeverDropsItLeavesTheRest() {
        Set<Integer> cleaned = ConcurrentHashMap.newKeySet();
        cleaner.each(THINGS, (_, _) -> cleaner.drop(), (thing, _) -> cleaned.add(thing));
        assertThat(cleaned).hasSizeBetween(1, 100);
    }

    @Test
    void whoeverIsAskedToComeBackDoesSo() {
        Outcome later = new Outcome.Refused(429, Refusal.THROTTLED, Duration.ofMillis(1), "");
        Cleaner patient = sayingAtFirst(1, later);
        assertThat(patient.ask(OWNER, DELETE).isAccepted()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aGalleryThatOnlySaysNotNowIsGivenUp() {
        Outcome never = new Outcome.Refused(503, Refusal.MAINTENANCE, null, "");
        Cleaner patient = sayingAtFirst(Integer.MAX_VALUE, never);
        for (int i = 0; i < 20; i++) {
            assertThat(patient.ask(OWNER, DELETE).isAccepted()).isFalse();
        }
        assertThat(asked).hasValueBetween(4, 24);
    }

    private Cleaner sayingAtFirst(int times, Outcome outcome) {
        return new Cleaner(
                new FakeGallery(false) {
                    @Override
                    Outcome outcome(Operation operation, @Nullable Release release) {
                        return asked.incrementAndGet() <= times
                                ? outcome
                                : super.outcome(operation, release);
                    }
                });
    }
}
