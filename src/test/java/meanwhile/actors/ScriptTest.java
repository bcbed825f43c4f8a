package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Promises;
import meanwhile.language.Refusal;
import meanwhile.language.Release;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final ActorName ANA = new ActorName("Ana", null);
    private static final ActorName BEN = new ActorName("Ben", null);
    private static final Operation CHECK = new Operation.CheckHealth();

    @Test
    void whatReallyMetCollided() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Gallery meeting =
                new FakeGallery(false) {
                    @Override
                    Outcome outcome(Operation operation, @Nullable Release release) {
                        if (release instanceof Gate.Place) {
                            meet(together);
                        }
                        return super.outcome(operation, release);
                    }
                };
        List<Round> rounds = play(race(5), meeting, RunContext.Manner.AT_ONCE);
        assertThat(rounds).hasSize(5).allMatch(Round::collided);
        assertThat(rounds).allMatch(round -> round.history().gated().size() == 2);
    }

    /** Only what races is tried more often, or less. */
    @Test
    void theEffortSaysHowOftenRacesAreTried() throws Exception {
        Script quick = race(10);
        quick.with(Effort.QUICK);
        assertThat(quick.rounds()).isEqualTo(2);
        assertThat(play(quick, new FakeGallery(false), RunContext.Manner.AT_ONCE))
                .extracting(Round::number)
                .contains(2)
                .doesNotContain(3);
        Script thorough = race(10);
        thorough.with(Effort.THOROUGH);
        assertThat(thorough.rounds()).isEqualTo(40);
        Script alone = new Script();
        alone.times(10);
        alone.with(Effort.QUICK);
        assertThat(alone.rounds()).isEqualTo(10);
    }

    @Test
    void whatAChangeNeedsToKnowIsMostlyReadBeforeTheGate() throws Exception {
        Operation change = new Operation.DeleteImage(new ImageId("i-1"));
        Script script = new Script();
        script.times(3);
        ActorTask changing =
                new ActorTask(
                        ANA,
                        me -> {
                            me.looksAhead(CHECK);
                            me.does(change);
                        });
        script.together(List.of(changing, new ActorTask(BEN, changing.task())));
        List<Round> plays = play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE);
        for (Round play : plays) {
            Operation gated = play.number() == 3 ? CHECK : change;
            assertThat(play.history().gated().calls())
                    .hasSize(2)
                    .allMatch(call -> call.operation().equals(gated));
        }
    }

    @Test
    void aPartyThatIsServedOneAfterAnotherIsPlayedAgainAndNeverCollides() throws Exception {
        List<Round> plays = play(race(2), new FakeGallery(true), RunContext.Manner.AT_ONCE);
        assertThat(plays).hasSize(2 * 4).noneMatch(Round::collided);
        assertThat(plays.getLast().attempt()).isEqualTo(4);
    }

    @Test
    void aRunThatPlaysNoRacesClaimsNone() throws Exception {
        List<Round> plays =
                play(race(3), new FakeGallery(false), RunContext.Manner.ONE_AFTER_ANOTHER);
        assertThat(plays).hasSize(3).noneMatch(Round::collided);
        assertThat(plays.getFirst().missed()).isEqualTo("it was played one after another");
    }

    @Test
    void meanwhileHappensWhileTheOtherIsStillGoingOn() throws Exception {
        CountDownLatch other = new CountDownLatch(1);
        Script script = new Script();
        script.start(
                new ActorTask(
                        ANA,
                        me -> {
                            me.does(CHECK);
                            await(other);
                            me.does(CHECK);
                        }));
        script.meanwhile(
                new ActorTask(
                        BEN,
                        me -> {
                            me.does(CHECK);
                            other.countDown();
                        }));
        List<Round> plays = play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE);
        assertThat(plays).hasSize(1).allMatch(Round::collided);
    }

    @Test
    void meanwhileAfterTheEndIsNoOverlap() throws Exception {
        Script script = new Script();
        CountDownLatch ended = new CountDownLatch(1);
        script.start(
                new ActorTask(
                        ANA,
                        me -> {
                            me.does(CHECK);
                            ended.countDown();
                        }));
        // Its thread ends a moment after its last line; three more calls give it that moment.
        script.solo(
                new ActorTask(
                        BEN,
                        me -> {
                            await(ended);
                            me.waits(Duration.ofMillis(20));
                        }));
        script.meanwhile(new ActorTask(BEN, me -> me.does(CHECK)));
        List<Round> plays = play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE);
        assertThat(plays).hasSize(4).noneMatch(Round::collided);
        assertThat(plays.getFirst().missed())
                .isEqualTo("what was started had ended before the other began");
    }

    @Test
    void anActorThatFailsBeforeItsCallDoesNotHangTheOthers() {
        Script script = new Script();
        script.together(
                List.of(
                        new ActorTask(
                                ANA,
                                _ -> {
                                    throw new IllegalStateException("Ana stumbles");
                                }),
                        new ActorTask(BEN, me -> me.does(CHECK))));
        assertThatThrownBy(() -> play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE))
                .hasMessage("Ana stumbles");
    }

    @Test
    void aRoundWithoutAWorldDoesNotHideTheOthers() throws Exception {
        Script script = new Script();
        AtomicInteger prepared = new AtomicInteger();
        script.times(5);
        script.given(
                new ActorTask(
                        ANA,
                        me -> {
                            if (prepared.incrementAndGet() == 2) {
                                me.world().image("Tabby");
                            }
                        }));
        script.solo(new ActorTask(BEN, me -> me.does(CHECK)));
        List<Round> plays = play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE);
        assertThat(plays).hasSize(5);
        assertThat(plays.get(1).unprepared()).hasMessageContaining("no image is called “Tabby”");
        assertThat(plays.get(1).collided()).isFalse();
        assertThat(plays.get(4).unprepared()).isNull();
        assertThat(plays.get(4).history().in(Phase.WHEN).size()).isEqualTo(1);
    }

    @Test
    void aPreparationComesBackWhenItIsAskedTo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FakeGallery busy =
                new FakeGallery(false) {
                    @Override
                    Outcome outcome(Operation operation, @Nullable Release release) {
                        return operation instanceof Operation.SignUp && asked.incrementAndGet() <= 2
                                ? new Outcome.Refused(
                                        503, Refusal.MAINTENANCE, Duration.ofMillis(1), "")
                                : super.outcome(operation, release);
                    }
                };
        Script script = new Script();
        script.solo(new ActorTask(BEN, me -> me.does(CHECK)));
        List<Round> plays = play(script, busy, RunContext.Manner.AT_ONCE);
        assertThat(plays.getFirst().unprepared()).isNull();
        assertThat(asked).hasValue(3);
    }

    @Test
    void aGalleryThatNeverLetsAWorldBeMadeIsGivenUp() throws Exception {
        Script script = new Script();
        script.times(50);
        script.given(new ActorTask(ANA, me -> me.world().image("Tabby")));
        assertThat(play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE)).hasSize(3);
    }

    @Test
    void theSameRoundOfTheSameExampleDrawsTheSame() {
        SeededRandom random = new SeededRandom(7, "a.feature:3", 2);
        assertThat(random.draw("x")).isEqualTo(new SeededRandom(7, "a.feature:3", 2).draw("x"));
        assertThat(
                        List.of(
                                random.draw("y"),
                                new SeededRandom(8, "a.feature:3", 2).draw("x"),
                                new SeededRandom(7, "a.feature:4", 2).draw("x"),
                                new SeededRandom(7, "a.feature:3", 1).draw("x")))
                .doesNotHaveDuplicates()
                .doesNotContain(random.draw("x"));
    }

    @Test
    void preparationsAreNotPartOfTheAction() throws Exception {
        Script script = new Script();
        script.given(new ActorTask(ANA, me -> me.does(CHECK)));
        script.solo(new ActorTask(BEN, me -> me.does(CHECK)));
        Round round = play(script, new FakeGallery(false), RunContext.Manner.AT_ONCE).getFirst();
        assertThat(round.history().in(Phase.WHEN).size()).isEqualTo(1);
        assertThat(round.history().in(Phase.GIVEN).size()).isEqualTo(5);
    }

    @Test
    void aCallWithoutAnAnswerMakesTheActorAskAfterHealth() throws Exception {
        Gallery deaf =
                new FakeGallery(false) {
                    @Override
                    Outcome outcome(Operation operation, @Nullable Release release) {
                        return operation instanceof Operation.ReadTotals
                                ? new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "late")
                                : super.outcome(operation, release);
                    }
                };
        Script script = new Script();
        script.solo(new ActorTask(ANA, me -> me.does(new Operation.ReadTotals())));
        Round round = play(script, deaf, RunContext.Manner.AT_ONCE).getFirst();
        assertThat(round.history().of(Operation.CheckHealth.class).size()).isEqualTo(1);
    }

    @Test
    void doorsAreTakenInTurn() throws Exception {
        List<Round> rounds =
                play(race(2), new FakeGallery(false), RunContext.Manner.ONE_AFTER_ANOTHER);
        for (Round round : rounds) {
            assertThat(round.history().in(Phase.WHEN).stream().map(call -> call.door()))
                    .containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void whoeverHasSeenEnoughIsShownNoMoreRounds() throws Exception {
        List<Integer> shown = new ArrayList<>();
        List<Round> plays =
                play(
                        race(50),
                        new FakeGallery(false),
                        RunContext.Manner.ONE_AFTER_ANOTHER,
                        fresh -> {
                            fresh.forEach(round -> shown.add(round.number()));
                            return shown.size() > 10;
                        });
        assertThat(plays).hasSizeBetween(11, 49).extracting(Round::number).isEqualTo(shown);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Script script = new Script();
        ActorTask task = new ActorTask(ANA, me -> me.does(CHECK));
        assertThatThrownBy(() -> script.together(List.of(task)))
                .hasMessage("“at the same moment” needs at least two rows");
        assertThatThrownBy(() -> script.meanwhile(task)).hasMessageContaining("“meanwhile” needs");
        assertThatThrownBy(() -> script.times(0)).hasMessage("at least 1 time over, not 0");
        script.together(List.of(task, task));
        assertThatThrownBy(() -> script.together(List.of(task, task)))
                .hasMessage("an example has one “at the same moment” only");
    }

    private static Script race(int times) {
        Script script = new Script();
        script.times(times);
        List<ActorTask> tasks = new ArrayList<>();
        tasks.add(new ActorTask(ANA, me -> me.does(CHECK)));
        tasks.add(new ActorTask(BEN, me -> me.does(CHECK)));
        script.together(tasks);
        return script;
    }

    private static List<Round> play(Script script, Gallery gallery, RunContext.Manner manner)
            throws Exception {
        return play(script, gallery, manner, _ -> false);
    }

    private static List<Round> play(
            Script script, Gallery gallery, RunContext.Manner manner, Script.Enough enough)
            throws Exception {
        Duration second = Duration.ofSeconds(1);
        Promises promises = new Promises(second, second, second, second);
        return script.play(
                new RunContext(gallery, 2, promises, null, manner, "test", 1),
                new CastPool(),
                (_, _) -> {},
                enough);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
