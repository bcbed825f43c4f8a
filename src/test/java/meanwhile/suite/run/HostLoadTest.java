package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import meanwhile.actors.HostLoad;
import meanwhile.suite.prove.BusyProcessors;
import org.junit.jupiter.api.Test;

class HostLoadTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void whatOtherProgramsTakeIsSeen() {
        try (HostLoad hostLoad = HostLoad.watch(List::of);
                BusyProcessors _ = BusyProcessors.start()) {
            long from = System.nanoTime();
            while (hostLoad.share(from, System.nanoTime()) < 0.3) {
                assertThat(System.nanoTime() - from).isLessThan(PATIENCE.toNanos());
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    @Test
    void whatTheJvmDoesForItselfIsNotItsOwn() {
        try (HostLoad hostLoad = HostLoad.watch(List::of)) {
            long from = System.nanoTime();
            while (hostLoad.share(from, System.nanoTime()) < 0.3) {
                assertThat(System.nanoTime() - from).isLessThan(PATIENCE.toNanos());
                System.gc();
            }
        }
    }

    /** However busy the machine is: others can only use what this program does not. */
    @Test
    void whatThisProgramTakesIsItsOwn() throws Exception {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        int processors = Runtime.getRuntime().availableProcessors();
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> spinning = new ArrayList<>();
        for (int i = 0; i < processors; i++) {
            spinning.add(Thread.ofPlatform().start(() -> spin(done)));
        }
        try (HostLoad hostLoad = HostLoad.watch(List::of)) {
            long from = System.nanoTime();
            long before = system.getProcessCpuTime();
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            long until = System.nanoTime();
            double own = (double) (system.getProcessCpuTime() - before) / (until - from);
            double others = hostLoad.share(from, until);
            assertThat(others).isLessThan(1 - own / processors + 0.2);
        } finally {
            done.set(true);
            for (Thread thread : spinning) {
                thread.join();
            }
        }
    }

    private static void spin(AtomicBoolean done) {
        while (!done.get()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nothingIsKnownOfATimeInWhichNobodyWatched() {
        try (HostLoad unwatched = HostLoad.unwatched()) {
            assertThat(unwatched.share(0, System.nanoTime())).isZero();
        }
    }

    @Test
    void busyProgramsEndWhenTheyAreStopped() {
        long before = loops();
        try (BusyProcessors _ = BusyProcessors.start()) {
            assertThat(loops() - before).isEqualTo(Runtime.getRuntime().availableProcessors());
        }
        assertThat(loops()).isEqualTo(before);
    }

    private static long loops() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
