package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Questions about crowds: how quick the answers were, and how lifelike the crowd was. */
class CrowdChecksTest {
    private static final Promises.Pressure PROMISE =
            new Promises.Pressure(
                    4, Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ofSeconds(2));

    @Nested
    class TheMiddleAnswer {
        @Test
        void mayTakeTheFactorAndNoLonger() {
            assertThat(Latency.asQuick(took(20, 20, 20), took(80, 80, 80), PROMISE))
                    .isEqualTo(Verdict.holds());
            assertThat(Latency.asQuick(took(20, 20, 20), took(81, 81, 81), PROMISE))
                    .isInstanceOfSatisfying(
                            Verdict.Contradicted.class,
                            contradicted -> {
                                assertThat(contradicted.why().expected())
                                        .isEqualTo(
                                                "Expected the middle answer within 80 ms, 4 times"
                                                        + " as long as before at the most; it took"
                                                        + " 81 ms");
                                assertThat(contradicted.why().conclusion())
                                        .contains("answered in 20 ms");
                                assertThat(contradicted.why().calls())
                                        .extracting(Call::latency)
                                        .containsExactly(20_000_000L, 81_000_000L);
                            });
        }

        @Test
        void isNotJudgedWhileNobodyWouldNotice() {
            assertThat(Latency.asQuick(took(1), took(50), PROMISE)).isEqualTo(Verdict.holds());
            assertThat(Latency.asQuick(took(1), took(51), PROMISE).word())
                    .isEqualTo("contradicted");
        }

        @Test
        void isNotMovedByAFewThatTookLong() {
            assertThat(Latency.asQuick(took(90, 20, 10), took(80, 9_000, 70), PROMISE).word())
                    .isEqualTo("holds");
            assertThat(Latency.asQuick(took(10, 12, 900), took(9_000, 10, 100), PROMISE).word())
                    .isEqualTo("contradicted");
        }

        @Test
        void countsFromThePlannedStart() {
            Call waited = call("Ana", 5, 110, 0L, answered());
            assertThat(expected(Latency.asQuick(took(10), new History(List.of(waited)), PROMISE)))
                    .endsWith("it took 110 ms");
        }

        @Test
        void isNobodysFaultIfTheQuestionItselfWasLate() {
            Call late = call("Ana", 60, 110, 0L, answered());
            assertThat(Latency.asQuick(took(10), new History(List.of(late)), PROMISE))
                    .isEqualTo(
                            new Verdict.Undecided(
                                    "half of the second crowd was answered within 50 ms of asking,"
                                            + " but 110 ms after it should have asked"));
        }

        @Test
        void ofNobodyCannotBeCompared() {
            assertThat(Latency.asQuick(History.EMPTY, took(1), PROMISE).word())
                    .isEqualTo("undecided");
            assertThat(Latency.asQuick(took(1), History.EMPTY, PROMISE).word())
                    .isEqualTo("undecided");
        }
    }

    @Nested
    class WhoeverCannotBeServed {
        private final Duration limit = Duration.ofSeconds(1);

        @Test
        void isToldSoInTimeAndWhenToComeBack() {
            assertThat(refused(1_000, Duration.ofSeconds(1)).word()).isEqualTo("holds");
            assertThat(expected(refused(1_001, Duration.ofSeconds(1))))
                    .isEqualTo("Expected the refusal within 1 s");
            assertThat(expected(refused(1_000, null)))
                    .isEqualTo("Expected to be told when to come back");
        }

        @Test
        void isToldSoInTimeHoweverLateTheyCame() {
            Outcome outcome =
                    new Outcome.Refused(503, Refusal.THROTTLED, Duration.ofSeconds(1), "");
            Call late = call("Ana", 90_000, 90_001, null, outcome);
            assertThat(Latency.refusedAtOnce(new History(List.of(late)), limit))
                    .isEqualTo(Verdict.holds());
        }

        @Test
        void isNoneOfThoseWhoWere() {
            assertThat(Latency.refusedAtOnce(took(9_000), limit).word()).isEqualTo("holds");
        }

        private Verdict refused(long ended, @Nullable Duration back) {
            Outcome outcome = new Outcome.Refused(503, Refusal.THROTTLED, back, "");
            // The call itself began late; the gallery is not to blame for that.
            return Latency.refusedAtOnce(
                    new History(List.of(call("Ana", 0, ended, -5_000L, outcome))), limit);
        }
    }

    @Nested
    class TheFigures {
        @Test
        void areThoseOfEachKindOfOperation() {
            List<Call> calls = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                calls.add(call("Ana", 0, i, null, answered()));
            }
            calls.set(0, call("Ana", 0, 1, null, new Outcome.Broken(500, "")));
            calls.set(1, call("Ana", 0, 2, null, new Outcome.Refused(429, Refusal.GONE, null, "")));
            calls.set(
                    99,
                    call("Ana", 0, 100, null, new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "")));
            List<Latency.Figures> figures = Latency.figures(new History(calls));
            assertThat(figures).hasSize(1);
            Latency.Figures reads = figures.getFirst();
            assertThat(reads.operation()).isEqualTo("read-image");
            assertThat(reads.calls()).isEqualTo(100);
            assertThat(reads.accepted()).isEqualTo(97);
            assertThat(reads.refused()).isEqualTo(1);
            assertThat(reads.failed()).isEqualTo(2);
            assertThat(reads.middle()).isBetween(50_000L, 50_100L);
            assertThat(reads.most()).isBetween(95_000L, 95_100L);
            assertThat(reads.nearlyAll()).isBetween(99_000L, 99_100L);
            assertThat(reads.longest()).isBetween(100_000L, 100_100L);
        }
    }

    @Nested
    class ACrowd {
        @Test
        void isLikePeopleIfSomeImagesDrawMoreThanOthers() {
            assertThat(WorkloadMix.skewed(visited("a", "a", "a", "b")).word())
                    .isEqualTo("undecided");
            assertThat(WorkloadMix.skewed(visited("a", "a", "a", "a", "b")).word())
                    .isEqualTo("holds");
            assertThat(WorkloadMix.skewed(visited("a", "b", "c", "d")))
                    .isEqualTo(
                            new Verdict.Undecided(
                                    "the crowd did not favour any image: [1, 1, 1, 1]"));
            assertThat(WorkloadMix.skewed(visited("a", "a")).word()).isEqualTo("undecided");
            assertThat(WorkloadMix.skewed(History.EMPTY).word()).isEqualTo("undecided");
        }

        @Test
        void isThereTogetherIfVisitsOverlap() {
            History visits =
                    new History(
                            List.of(
                                    call("Ana", 0, 2, null, answered()),
                                    call("Ben", 3, 6, null, answered()),
                                    call("Ana", 8, 9, null, answered()),
                                    call("Cid", 9, 12, null, answered()),
                                    call("Dan", 20, 30, null, answered())));
            assertThat(WorkloadMix.overlap(visits, 2)).isEqualTo(Verdict.holds());
            assertThat(WorkloadMix.overlap(visits, 3))
                    .isEqualTo(
                            new Verdict.Undecided("at no moment were more than 2 members there"));
        }

        @Test
        void isThereTogetherIfOneComesAsAnotherGoes() {
            History visits =
                    new History(
                            List.of(
                                    call("Ana", 0, 9, null, answered()),
                                    call("Cid", 9, 12, null, answered())));
            assertThat(WorkloadMix.overlap(visits, 2)).isEqualTo(Verdict.holds());
        }

        private History visited(String... images) {
            List<Call> calls = new ArrayList<>();
            for (String image : images) {
                calls.add(read("Ana", new ImageId(image), 0, 1, null, answered()));
            }
            calls.add(
                    new Call(
                            0,
                            Phase.WHEN,
                            new ActorName("Ana", null),
                            0,
                            false,
                            new Operation.CheckHealth(),
                            new Call.Times(0, 0, 0, 0),
                            new Outcome.Accepted(200, new Answer.Done())));
            return new History(calls);
        }
    }

    private static History took(long... millis) {
        List<Call> calls = new ArrayList<>();
        for (long each : millis) {
            calls.add(call("Ana", 0, each, null, answered()));
        }
        return new History(calls);
    }

    private static Outcome answered() {
        return new Outcome.Accepted(
                200, new Answer.ImageSeen(Told.TABBY, ImageStatus.READY, "Tabby", 0L, 0L, 1L));
    }

    private static Call call(
            String actor, long begun, long ended, @Nullable Long planned, Outcome outcome) {
        return read(actor, Told.TABBY, begun, ended, planned, outcome);
    }

    /** Times are milliseconds. */
    private static Call read(
            String actor,
            ImageId image,
            long begun,
            long ended,
            @Nullable Long planned,
            Outcome outcome) {
        Call.Times times =
                new Call.Times(
                        begun * 1_000_000,
                        begun * 1_000_000,
                        ended * 1_000_000,
                        ended * 1_000_000,
                        planned == null ? null : planned * 1_000_000);
        return new Call(
                0,
                Phase.WHEN,
                new ActorName(actor, null),
                0,
                false,
                new Operation.ReadImage(image),
                times,
                outcome);
    }

    private static String expected(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
        return verdict instanceof Verdict.Contradicted(CounterExample why) ? why.expected() : "";
    }
}
