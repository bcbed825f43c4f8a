package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExampleSchedulerTest {
    private static ExampleScheduler.Announced example(String place, String... tags) {
        return new ExampleScheduler.Announced(place, List.of(tags), false);
    }

    @Test
    void letsThosePlayTogetherThatDoNotDisturbEachOther() throws Exception {
        ExampleScheduler scheduler =
                new ExampleScheduler(2, List.of(example("a"), example("b"), example("c", "@U1")));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        play(
                scheduler,
                List.of("a", "b", "c"),
                _ -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    two.countDown();
                    two.await();
                    inside.decrementAndGet();
                });
        assertThat(most).hasValue(2);
    }

    @Test
    void playsTheOthersAfterwardsOneByOneInTheirOrder() throws Exception {
        List<ExampleScheduler.Announced> examples =
                List.of(
                        example("end", "@throughout"),
                        example("first", "@alone"),
                        example("a"),
                        example("second", "@alone", "@L1"),
                        example("b"));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inside = new AtomicInteger();
        play(
                new ExampleScheduler(4, examples),
                List.of("end", "second", "first", "b", "a"),
                place -> {
                    inside.incrementAndGet();
                    order.add(place + (place.length() > 1 ? inside.get() : ""));
                    inside.decrementAndGet();
                });
        assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("a", "b");
        assertThat(order.subList(2, 5)).containsExactly("first1", "second1", "end1");
    }

    @Test
    void whoeverLooksBackComesLastWithoutATag() throws Exception {
        List<ExampleScheduler.Announced> examples =
                List.of(
                        new ExampleScheduler.Announced("end", List.of(), true),
                        example("a"),
                        example("alone", "@alone"));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        play(new ExampleScheduler(4, examples), List.of("end", "a", "alone"), order::add);
        assertThat(order).containsExactly("a", "alone", "end");
    }

    @Test
    void playsThreeAtATimeWhereAQuietGalleryIsWanted() throws Exception {
        List<ExampleScheduler.Announced> examples =
                List.of(
                        example("alone", "@alone"),
                        example("q1", "@quiet"),
                        example("q2", "@quiet"),
                        example("a"),
                        example("q3", "@quiet"),
                        example("q4", "@quiet"));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        play(
                new ExampleScheduler(4, examples),
                List.of("alone", "q4", "q3", "q2", "q1", "a"),
                place -> {
                    order.add(place);
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    if (place.startsWith("q")) {
                        three.countDown();
                        three.await();
                    }
                    inside.decrementAndGet();
                });
        assertThat(most).hasValue(3);
        assertThat(order).startsWith("a").endsWith("alone").hasSize(6);
    }

    @Test
    void openingsArePlayedFirstEachByItself() throws Exception {
        List<ExampleScheduler.Announced> examples =
                List.of(example("a"), example("b"), example("last", "@alone"), example("c"));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        play(
                new ExampleScheduler(4, examples, List.of("last", "b")),
                List.of("a", "b", "c", "last"),
                order::add);
        assertThat(order).startsWith("last", "b").containsExactlyInAnyOrder("last", "b", "a", "c");
    }

    @Test
    void whoeverIsTurnedAwayGetsNoTurnAndNobodyWaitsForIt() throws Exception {
        List<ExampleScheduler.Announced> examples =
                List.of(example("a"), example("b"), example("alone", "@alone"));
        ExampleScheduler scheduler = new ExampleScheduler(1, examples);
        assertThat(scheduler.enter("a")).isTrue();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting = threads.submit(() -> scheduler.enter("b"));
            scheduler.turnAway(List.of("a", "b"));
            assertThat(waiting.get()).isFalse();
            Future<Boolean> last = threads.submit(() -> scheduler.enter("alone"));
            assertThat(last).as("one is still playing").isNotDone();
            scheduler.leave("a");
            assertThat(last.get()).isTrue();
        }
        assertThat(scheduler.enter("b")).isFalse();
    }

    private interface Playing {
        void play(String place) throws InterruptedException;
    }

    private static void play(ExampleScheduler scheduler, List<String> places, Playing playing)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>();
            for (String place : places) {
                futures.add(
                        threads.submit(
                                () -> {
                                    scheduler.enter(place);
                                    playing.play(place);
                                    scheduler.leave(place);
                                    return null;
                                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
    }
}
