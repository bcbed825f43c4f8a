package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.model.Contract.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contracts of which an answer may be one of several, and whose work ends by itself. */
class ConformanceTest {
    private static final int EACH = Integer.getInteger("meanwhile.oracle", 40_000);
    private static final Jobs JOBS = new Jobs();

    /** What can be asked of a job. */
    private enum Ask {
        START,
        LOOK,
        SHAKE
    }

    /** Starts where it waits; running work is done, or fails; shaking has one of two results. */
    private static final class Jobs implements Contract<String, Ask, String> {
        @Override
        public String initial() {
            return "waits";
        }

        @Override
        public Set<String> step(String state, Ask ask, @Nullable String answer) {
            Set<String> next = new HashSet<>();
            switch (ask) {
                case START -> {
                    if (state.equals("waits") && isAnswered("ok", answer)) {
                        next.add("runs");
                    } else if (!state.equals("waits") && isAnswered("no", answer)) {
                        next.add(state);
                    }
                }
                case LOOK -> {
                    if (isAnswered(state, answer)) {
                        next.add(state);
                    }
                }
                case SHAKE -> {
                    if (isAnswered("ok", answer)) {
                        next.addAll(List.of("waits", state));
                    }
                }
            }
            return next;
        }

        private static boolean isAnswered(String expected, @Nullable String answer) {
            return answer == null || answer.equals(expected);
        }

        @Override
        public Set<String> byItself(String state) {
            return state.equals("runs") ? Set.of("done", "failed") : Set.of();
        }

        @Override
        public boolean reads(Ask ask, @Nullable String answer) {
            return ask == Ask.LOOK || "no".equals(answer);
        }
    }

    /** Brute force: every order, and every state by itself. */
    private static boolean isExplained(
            List<Event<Asked<Ask, String>>> rest, String state, Set<String> been) {
        if (rest.stream().noneMatch(Event::known)) {
            return true;
        }
        if (been.add(state)) {
            for (String next : JOBS.byItself(state)) {
                if (isExplained(rest, next, been)) {
                    return true;
                }
            }
        }
        for (Event<Asked<Ask, String>> event : rest) {
            boolean mayBeFirst = rest.stream().noneMatch(other -> other.before(event));
            if (mayBeFirst) {
                List<Event<Asked<Ask, String>>> others = new ArrayList<>(rest);
                others.remove(event);
                for (String next : JOBS.step(state, event.op().operation(), event.op().answer())) {
                    if (isExplained(others, next, new HashSet<>())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Event<Asked<Ask, String>>> history(Chance chance) {
        List<Event<Asked<Ask, String>>> events = new ArrayList<>();
        int count = 2 + chance.below(5);
        String state = JOBS.initial();
        for (int i = 0; i < count; i++) {
            Ask ask = chance.oneOf(List.of(Ask.values()));
            boolean known = !chance.oneIn(5);
            List<String> possible =
                    List.of("ok", "no", "waits", "runs", "done", "failed").stream()
                            .filter(
                                    answer ->
                                            !JOBS.step("waits", ask, answer).isEmpty()
                                                    || !JOBS.step("runs", ask, answer).isEmpty()
                                                    || !JOBS.step("done", ask, answer).isEmpty()
                                                    || !JOBS.step("failed", ask, answer).isEmpty())
                            .toList();
            String before = state;
            List<String> fitting =
                    possible.stream()
                            .filter(answer -> !JOBS.step(before, ask, answer).isEmpty())
                            .toList();
            String answer = chance.oneOf(chance.oneIn(6) ? possible : fitting);
            List<String> next = List.copyOf(JOBS.step(state, ask, answer));
            state = next.isEmpty() ? state : chance.oneOf(next);
            if (state.equals("runs") && chance.oneIn(2)) {
                state = chance.oneOf(List.of("done", "failed"));
            }
            events.add(
                    chance.event(
                            i,
                            "p" + chance.below(2),
                            new Asked<>(ask, known ? answer : null),
                            2 * i,
                            known));
        }
        return events;
    }

    @Test
    void agreesWithBruteForce() {
        int broken = 0;
        int kept = 0;
        for (int i = 0; i < EACH; i++) {
            List<Event<Asked<Ask, String>>> events = history(new Chance(i));
            boolean explained = isExplained(events, JOBS.initial(), new HashSet<>());
            Conformance.Finding<String, Ask, String> finding =
                    new Conformance<>(JOBS, Register.BUDGET).check(events);
            if (explained) {
                kept++;
                assertThat(finding).as("%s", events).isInstanceOf(Conformance.Kept.class);
            } else {
                broken++;
                assertThat(finding).as("%s", events).isInstanceOf(Conformance.Broken.class);
                assertProves(events, (Conformance.Broken<String, Ask, String>) finding);
            }
        }
        System.out.printf("contracts: %d kept, %d broken%n", kept, broken);
        assertThat(kept).isGreaterThan(EACH / 20);
        assertThat(broken).isGreaterThan(EACH / 20);
    }

    /** The few break it even if all others happened or not, and none of the few can be spared. */
    private static void assertProves(
            List<Event<Asked<Ask, String>>> events,
            Conformance.Broken<String, Ask, String> broken) {
        assertThat(broken.why()).contains(broken.stuck());
        // A call that had not ended by then may not have taken effect yet.
        List<Event<Asked<Ask, String>>> certain =
                events.stream()
                        .filter(
                                event ->
                                        broken.why().stream()
                                                .anyMatch(one -> one.source() == event.source()))
                        .toList();
        assertThat(isExplained(doubting(events, certain), JOBS.initial(), new HashSet<>()))
                .as("%s of %s", broken.why(), events)
                .isFalse();
    }

    private static List<Event<Asked<Ask, String>>> doubting(
            List<Event<Asked<Ask, String>>> all, List<Event<Asked<Ask, String>>> certain) {
        return all.stream()
                .map(
                        event ->
                                certain.contains(event)
                                        ? event
                                        : new Event<>(
                                                event.source(),
                                                event.process(),
                                                new Asked<Ask, String>(
                                                        event.op().operation(), null),
                                                event.begun(),
                                                event.ended(),
                                                false))
                .toList();
    }

    @Test
    void ofManyAcceptedTwoAreTold() {
        List<Event<Asked<Ask, String>>> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(new Event<>(i, "p" + i, new Asked<>(Ask.START, "ok"), 0, 10, true));
        }
        Conformance.Finding<String, Ask, String> finding =
                new Conformance<>(JOBS, Register.BUDGET).check(events);
        assertThat(((Conformance.Broken<String, Ask, String>) finding).why()).hasSize(2);
    }

    @Test
    void whoGivesUpSaysSo() {
        List<Event<Asked<Ask, String>>> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(new Event<>(i, "p" + i, new Asked<>(Ask.SHAKE, "ok"), 0, 100 + i, true));
        }
        assertThat(new Conformance<>(JOBS, 100).check(events))
                .isInstanceOfSatisfying(
                        Conformance.Open.class,
                        open -> assertThat(open.reason()).contains("gave up after 100 steps"));
    }
}
