package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meanwhile.language.Gallery;
import meanwhile.language.GateClosed;
import org.junit.jupiter.api.Test;

class BroomTest {
    private static final Map<Integer, Gallery.Sender> THINGS =
            IntStream.range(0, 1_000)
                    .boxed()
                    .collect(Collectors.toMap(i -> i, _ -> new Gallery.Sender(0, null)));

    private final Broom broom = new Broom(new FakeGallery(false));

    @Test
    void everythingIsSweptAndCounted() throws GateClosed {
        Set<Integer> swept = ConcurrentHashMap.newKeySet();
        Set<String> told = ConcurrentHashMap.newKeySet();
        broom.each(
                THINGS, (done, of) -> told.add(done + " of " + of), (thing, _) -> swept.add(thing));
        assertThat(swept).isEqualTo(THINGS.keySet());
        assertThat(told).hasSize(1_000).contains("1 of 1000", "1000 of 1000");
    }

    @Test
    void whoeverDropsItLeavesTheRest() throws GateClosed {
        Set<Integer> swept = ConcurrentHashMap.newKeySet();
        broom.each(THINGS, (_, _) -> broom.drop(), (thing, _) -> swept.add(thing));
        assertThat(swept).hasSizeBetween(1, 100);
    }
}
