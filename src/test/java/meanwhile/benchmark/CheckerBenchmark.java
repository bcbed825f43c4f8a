package meanwhile.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meanwhile.check.Verdict;
import meanwhile.check.contract.ContractJudge;
import meanwhile.history.History;
import meanwhile.model.Counter;
import meanwhile.model.Event;
import meanwhile.model.KeyValue;
import meanwhile.model.Register;
import meanwhile.model.Ruling;
import meanwhile.model.Snapshots;
import meanwhile.suite.judge.Dialect;
import meanwhile.suite.judge.JepsenLog;
import meanwhile.suite.judge.KeyValueLog;

/**
 * Measures how long a verdict takes: on the recorded histories in the folder that {@code
 * -Dmeanwhile.histories} names (without reading them, with shrinking the illegal ones), on a
 * counter of 1,000,000 operations, on a set of 100,000 and on 10,000 calls by a contract. Each is
 * judged until the JVM is warm; the result is the median of the repetitions after that.
 */
public final class CheckerBenchmark {
    private static final int WARM = 300;
    private static final int COUNTED = 101;

    private CheckerBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        String folder = System.getProperty("meanwhile.histories", "");
        if (folder.isEmpty()) {
            System.out.println("no recorded histories: -Dmeanwhile.histories names no folder");
        } else {
            registers(Path.of(folder, "etcd"));
            texts(Path.of(folder, "kv"));
        }
        List<Event<Counter.Op>> counter = counter(1_000_000);
        print("counter of 1,000,000 operations", median(3, 5, () -> Counter.check(counter, 0)));
        List<Event<Snapshots.Op>> set = set(100_000);
        print("set of 100,000 operations", median(3, 5, () -> Snapshots.set(set)));
        contract();
    }

    /** Eight people, a hundred things, a contract of 30 rows, one call in fifty unknown. */
    private static void contract() {
        ContractJudge judge =
                new ContractJudge(
                        ContractCalls.contract(),
                        UnaryOperator.identity(),
                        UnaryOperator.identity(),
                        0,
                        Register.BUDGET);
        History calls = new ContractCalls().calls(10_000);
        print("contract of 30 rows, 10,000 calls", median(1, 5, () -> kept(judge.of(calls))));
    }

    private static Ruling<String> kept(Verdict verdict) {
        if (!(verdict instanceof Verdict.Holds)) {
            throw new IllegalStateException("a sound server keeps to its contract: " + verdict);
        }
        return new Ruling.Legal<>();
    }

    private static void registers(Path folder) throws IOException {
        List<List<Event<Register.Op>>> all = new ArrayList<>();
        for (Path file : files(folder)) {
            all.add(JepsenLog.read(Files.readAllLines(file), Dialect.register()));
        }
        double[] medians = new double[all.size()];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < medians.length; i++) {
                List<Event<Register.Op>> events = all.get(i);
                medians[i] =
                        median(WARM, COUNTED, () -> Register.check(events, null, Register.BUDGET));
            }
        }
        Arrays.sort(medians);
        print("register, median of " + medians.length + " files", medians[medians.length / 2]);
        print("register, slowest file", medians[medians.length - 1]);
    }

    private static void texts(Path folder) throws IOException {
        for (Path file : files(folder)) {
            List<Event<KeyValue.Op>> events = KeyValueLog.read(Files.readAllLines(file));
            print(
                    "key-value, " + file.getFileName(),
                    median(WARM, COUNTED, () -> KeyValue.check(events, "", Register.BUDGET)));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Additions and reads in equal parts, each in an interval around its moment. */
    private static List<Event<Counter.Op>> counter(int operations) {
        SplittableRandom random = new SplittableRandom(1);
        List<Event<Counter.Op>> events = new ArrayList<>(operations);
        long count = 0;
        for (int i = 0; i < operations; i++) {
            boolean known = random.nextInt(100) > 0;
            Counter.Op op = random.nextBoolean() ? new Counter.Add() : new Counter.Read(count);
            count += op instanceof Counter.Add ? 1 : 0;
            events.add(around(i, op, random, known));
        }
        return events;
    }

    /** Mostly additions, and now and then a read of all elements. */
    private static List<Event<Snapshots.Op>> set(int operations) {
        SplittableRandom random = new SplittableRandom(1);
        List<Event<Snapshots.Op>> events = new ArrayList<>(operations);
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            if (i % 1_000 == 999) {
                events.add(around(i, new Snapshots.Read(elements), random, true));
            } else {
                elements.add("element " + i);
                events.add(
                        around(
                                i,
                                new Snapshots.Add("element " + i),
                                random,
                                random.nextInt(100) > 0));
            }
        }
        return events;
    }

    private static <A> Event<A> around(int i, A op, SplittableRandom random, boolean known) {
        long moment = 10L * i;
        return new Event<>(
                i,
                "p" + i % 50,
                op,
                moment - random.nextInt(250),
                moment + random.nextInt(250),
                known);
    }

    private static double median(
            int warm, int counted, java.util.function.Supplier<Ruling<?>> verdict) {
        for (int i = 0; i < warm; i++) {
            Ruling<?> _ = verdict.get();
        }
        double[] micros = new double[counted];
        for (int i = 0; i < counted; i++) {
            long began = System.nanoTime();
            Ruling<?> ruling = verdict.get();
            micros[i] = (System.nanoTime() - began) / 1e3;
            if (ruling instanceof Ruling.Open<?>(String reason)) {
                throw new IllegalStateException(reason);
            }
        }
        Arrays.sort(micros);
        return micros[counted / 2];
    }

    private static void print(String what, double micros) {
        System.out.printf("%-40s %12.1f µs%n", what, micros);
    }
}
