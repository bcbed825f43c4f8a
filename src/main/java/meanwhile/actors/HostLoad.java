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
 * How much of this machine's processors is taken by what neither plays nor answers: by other
 * programs, and by the JVM for its compiler and its memory. A gallery that plays on the same
 * machine answers late when they take much, and it is not its fault.
 *
 * <p>What is busy and neither this program nor one of its own is theirs. It is sampled a few times
 * a second for as long as this is open.
 */
public final class HostLoad implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Four hours: at the end of a run it is looked back at all of it. */
    private static final int KEPT = 57_600;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Supplier<List<ProcessHandle>> own;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private volatile boolean closed;

    /**
     * What was measured.
     *
     * @param from on the clock of {@link System#nanoTime}
     * @param share of all processors, about 0 to 1
     */
    private record Sample(long from, long until, double share) {}

    private HostLoad(Supplier<List<ProcessHandle>> own) {
        this.own = own;
    }

    /**
     * Begins to watch.
     *
     * @param own programs that belong to this one, beside itself
     */
    public static HostLoad watch(Supplier<List<ProcessHandle>> own) {
        HostLoad bystanders = new HostLoad(own);
        Thread.ofPlatform().daemon().name("bystanders").start(bystanders::sample);
        return bystanders;
    }

    /** Nobody is watched: the gallery is elsewhere, or which programs are its own is not known. */
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
            // Not yet from 0 to 1: what a compiler did is known only when it is done.
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

    /** What the JVM took for itself so far, in nanoseconds: nobody is answered by it. */
    private static long housekeeping() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long millis =
                compiler != null && compiler.isCompilationTimeMonitoringSupported()
                        ? compiler.getTotalCompilationTime()
                        : 0;
        for (GarbageCollectorMXBean memory : ManagementFactory.getGarbageCollectorMXBeans()) {
            // While it collects, all wait.
            millis += Math.max(0, memory.getCollectionTime()) * PROCESSORS;
        }
        return Duration.ofMillis(millis).toNanos();
    }

    /**
     * The share of all processors that others took in some time, from 0 to 1; 0 if nobody watched.
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

    /** Watches no longer. */
    @Override
    public void close() {
        closed = true;
    }
}
