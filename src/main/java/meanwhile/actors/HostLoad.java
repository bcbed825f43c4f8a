package meanwhile.actors;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The share of this machine's processors that is used neither by the suite nor by the gallery, but
 * by other programs and by the JVM for its compiler and garbage collector. A gallery on the same
 * machine answers late when that share is large, and is not at fault.
 *
 * <p>Load of the host that belongs neither to this program nor to one of its own counts as foreign.
 * It is sampled a few times a second until this is closed.
 */
public final class HostLoad implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Samples of four hours: kept so long because X1 reviews the whole run. */
    private static final int KEPT = 57_600;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Supplier<List<ProcessHandle>> own;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile boolean closed;

    /**
     * One measurement.
     *
     * @param from on the clock of {@link System#nanoTime}
     * @param share of all processors, about 0 to 1
     */
    private record Sample(long from, long until, double share) {}

    private HostLoad(Supplier<List<ProcessHandle>> own) {
        this.own = own;
    }

    /**
     * Starts to watch.
     *
     * @param own other programs that belong to this one
     */
    public static HostLoad watch(Supplier<List<ProcessHandle>> own) {
        HostLoad load = new HostLoad(own);
        Thread.ofPlatform().daemon().name("host-load").start(load::sample);
        return load;
    }

    /** Watches nothing: the gallery is on another machine, or its processes are not known. */
    public static HostLoad unwatched() {
        return new HostLoad(List::of);
    }

    private void sample() {
        system.getCpuLoad();
        long from = System.nanoTime();
        long before = ownTime();
        while (!closed) {
            LockSupport.parkNanos(PAUSE.toNanos());
            long until = System.nanoTime();
            long now = ownTime();
            double busy = system.getCpuLoad();
            double ours = (double) (now - before) / (until - from) / PROCESSORS;
            // Not clamped to 0..1 yet: a compiler's work is counted only when it is done.
            keep(new Sample(from, until, busy - ours));
            from = until;
            before = now;
        }
    }

    private synchronized void keep(Sample sample) {
        samples.addLast(sample);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
    }

    private long ownTime() {
        long time = system.getProcessCpuTime() - housekeeping();
        for (ProcessHandle program : own.get()) {
            time += program.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
        return time;
    }

    /** The time that the JVM used for itself so far, in nanoseconds; it answers no request. */
    private static long housekeeping() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long millis =
                compiler != null && compiler.isCompilationTimeMonitoringSupported()
                        ? compiler.getTotalCompilationTime()
                        : 0;
        for (GarbageCollectorMXBean memory : ManagementFactory.getGarbageCollectorMXBeans()) {
            // All threads wait during a collection.
            millis += Math.max(0, memory.getCollectionTime()) * PROCESSORS;
        }
        return Duration.ofMillis(millis).toNanos();
    }

    /**
     * Returns the share of all processors that others used in an interval, from 0 to 1; 0 if
     * unwatched.
     *
     * @param from on the clock of {@link System#nanoTime}
     * @param until on the same clock
     */
    public synchronized double share(long from, long until) {
        double taken = 0;
        double time = 0;
        for (Sample sample : samples) {
            if (sample.until() - from > 0 && until - sample.from() > 0) {
                taken += sample.share() * (sample.until() - sample.from());
                time += sample.until() - sample.from();
            }
        }
        return time == 0 ? 0 : Math.clamp(taken / time, 0, 1);
    }

    /** Stops watching. */
    @Override
    public void close() {
        closed = true;
    }
}
