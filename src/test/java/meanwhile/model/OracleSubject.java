package meanwhile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A checker under test, with random histories for it and an oracle that knows the truth.
 *
 * @param complete whether it must find every illegal history
 * @param pure the events that a counter-example must not contain without need
 */
record OracleSubject<O>(
        String name,
        boolean complete,
        Function<Chance, List<Event<O>>> generate,
        Function<List<Event<O>>, Ruling<O>> check,
        Predicate<List<Event<O>>> legal,
        Predicate<O> pure) {

    /** The counts of a comparison. */
    record Outcomes(String name, int legal, int found, int missed, int unknowns) {
        @Override
        public String toString() {
            return "%-28s %7d legal, %7d illegal, %5d of these missed (%.1f %%), %7d with unknowns"
                    .formatted(
                            name,
                            legal,
                            found + missed,
                            missed,
                            100.0 * missed / Math.max(1, found + missed),
                            unknowns);
        }
    }

    Outcomes compare(int histories, long seed) {
        int legal = 0;
        int found = 0;
        int missed = 0;
        int unknowns = 0;
        for (int i = 0; i < histories; i++) {
            List<Event<O>> events = generate.apply(new Chance(seed + i));
            unknowns += events.stream().allMatch(Event::known) ? 0 : 1;
            Ruling<O> ruling = check.apply(events);
            if (legal().test(events)) {
                legal++;
                assertThat(ruling).as("legal: %s", events).isInstanceOf(Ruling.Legal.class);
            } else if (ruling instanceof Ruling.Illegal<O>(List<Event<O>> why, _, _)) {
                found++;
                assertMinimal(events, why);
            } else {
                missed++;
                assertThat(complete).as("illegal and not found: %s", events).isFalse();
            }
        }
        return new Outcomes(name, legal, found, missed, unknowns);
    }

    private void assertMinimal(List<Event<O>> events, List<Event<O>> why) {
        assertThat(events).as("whence the counter-example comes").containsAll(why);
        assertThat(legal.test(why)).as("the counter-example alone: %s", why).isFalse();
        for (Event<O> event : why) {
            if (pure.test(event.op())) {
                List<Event<O>> fewer = new ArrayList<>(why);
                fewer.remove(event);
                assertThat(legal.test(fewer)).as("without %s: %s", event, why).isTrue();
            }
        }
    }
}
