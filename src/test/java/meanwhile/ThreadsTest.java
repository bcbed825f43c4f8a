package meanwhile;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only these classes start threads, each for its reason; no other can. */
class ThreadsTest {
    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("meanwhile.actors.RoundExecutor", "the actors of a round"),
                    Map.entry("meanwhile.actors.Concurrently", "preparations side by side"),
                    Map.entry(
                            "meanwhile.actors.TimeLimit",
                            "an example, to be interrupted when its time is over"),
                    Map.entry("meanwhile.actors.HostLoad", "samples the host's load"),
                    Map.entry(
                            "meanwhile.driver.CallDeadline",
                            "gives up a call whose own thread waits at a socket"),
                    Map.entry(
                            "meanwhile.driver.SinkListener",
                            "answers what the target asks of others"),
                    Map.entry(
                            "meanwhile.driver.OwnRequests",
                            "a request of REST Assured, whose own thread has too deep a stack"),
                    Map.entry(
                            "meanwhile.suite.setup.AtExit",
                            "what the JVM runs when the process ends"),
                    // The gallery is a service of its own, with the threads of one.
                    Map.entry("meanwhile.reference.ReferenceGallery", "closes at exit"),
                    Map.entry("meanwhile.reference.database.Listener", "hears the database's news"),
                    Map.entry("meanwhile.reference.store.Polls", "answers those who wait"),
                    Map.entry("meanwhile.reference.web.Worker", "works in the background"),
                    Map.entry(
                            "meanwhile.reference.defect.DroppingPolls",
                            "a defect: polls whose wake-ups are lost"),
                    Map.entry(
                            "meanwhile.reference.defect.DiscardingIntake",
                            "a defect: an intake that discards"),
                    Map.entry(
                            "meanwhile.reference.defect.WakeOnePolls",
                            "a defect: a poll that ends by a timer"),
                    Map.entry(
                            "meanwhile.reference.defect.QuotaDefects", "a defect: counts with lag"),
                    Map.entry(
                            "meanwhile.reference.defect.SequenceDefects",
                            "a defect: votes out of turn"),
                    Map.entry(
                            "meanwhile.reference.defect.WorkDecoys", "a decoy: jobs side by side"));

    private static final ArchRule NO_OTHER_STARTS_THREADS =
            noClasses()
                    .that(
                            describe(
                                    "are not listed",
                                    one -> !REASONS.containsKey(SuiteClasses.topLevelName(one))))
                    .should(new ThreadStarts());

    @Test
    void onlyTheListedClassesStartThreads() {
        NO_OTHER_STARTS_THREADS.check(SuiteClasses.ALL);
    }

    @Test
    void everyListedClassStartsThreads() {
        Set<String> starting =
                SuiteClasses.ALL.stream()
                        .filter(one -> !ThreadStarts.in(one).isEmpty())
                        .map(SuiteClasses::topLevelName)
                        .collect(Collectors.toSet());
        assertThat(starting).containsExactlyInAnyOrderElementsOf(REASONS.keySet());
    }

    static Stream<Class<?>> waysToStartAThread() {
        return Arrays.stream(Ways.class.getDeclaredClasses())
                .sorted(Comparator.comparing(Class::getSimpleName));
    }

    @ParameterizedTest
    @MethodSource("waysToStartAThread")
    void everyWayToStartAThreadIsNoticed(Class<?> way) {
        JavaClasses planted = new ClassFileImporter().importClasses(way);
        assertThat(NO_OTHER_STARTS_THREADS.evaluate(planted).hasViolation()).isTrue();
    }

    /** A class for each way. */
    static final class Ways {
        private Ways() {}

        static final class OfConstructor {
            Thread thread(Runnable work) {
                return new Thread(work);
            }
        }

        static final class OfConstructorReference {
            Function<Runnable, Thread> threads() {
                return Thread::new;
            }
        }

        static final class OfSubclass extends Thread {}

        static final class OfVirtual {
            Thread thread(Runnable work) {
                return Thread.ofVirtual().start(work);
            }
        }

        static final class OfPlatform {
            ThreadFactory threads() {
                return Thread.ofPlatform().factory();
            }
        }

        static final class OfBuilder {
            Thread thread(Thread.Builder builder, Runnable work) {
                return builder.unstarted(work);
            }
        }

        static final class OfStartVirtualThread {
            Thread thread(Runnable work) {
                return Thread.startVirtualThread(work);
            }
        }

        static final class OfExecutors {
            ThreadFactory threads() {
                return Executors.defaultThreadFactory();
            }
        }

        static final class OfExecutorService {
            void start(ExecutorService service, Runnable work) {
                service.execute(work);
            }
        }

        static final class OfScheduledPool {
            AutoCloseable pool() {
                return new ScheduledThreadPoolExecutor(1);
            }
        }

        static final class OfForkJoinPool {
            AutoCloseable pool() {
                return ForkJoinPool.commonPool();
            }
        }

        static final class OfTimer {
            Object timer() {
                return new Timer("timer");
            }
        }

        static final class OfFuture {
            CompletableFuture<Void> future(Runnable work) {
                return CompletableFuture.runAsync(work);
            }
        }

        static final class OfStage {
            CompletableFuture<Void> future(CompletableFuture<Void> first, Runnable work) {
                return first.thenRunAsync(work);
            }
        }

        static final class OfTimeout {
            CompletableFuture<Void> future(CompletableFuture<Void> first) {
                return first.orTimeout(1, TimeUnit.SECONDS);
            }
        }

        static final class OfParallelStream {
            Stream<String> stream(List<String> texts) {
                return texts.parallelStream();
            }
        }

        static final class OfParallel {
            Stream<String> stream(Stream<String> texts) {
                return texts.parallel();
            }
        }

        static final class OfParallelArrays {
            void sort(int[] numbers) {
                Arrays.parallelSort(numbers);
            }
        }
    }
}
