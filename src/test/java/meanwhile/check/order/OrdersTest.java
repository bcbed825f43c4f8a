package meanwhile.check.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import meanwhile.check.Told;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Orders orders = new Orders();
    private int plays;

    /** A play of buyers of one seat; ids and times are new in each. */
    private final class Play {
        private final String id = "h" + ++plays;
        private final Told told = new Told();
        private int time;

        Play() {
            told.in(Phase.WHEN);
        }

        Play books(String who) {
            told.accepted(who, time, time + 9, book(), seen(Map.of("id", id + "-" + who)));
            time += 10;
            return this;
        }

        Play soldOut(String who) {
            told.call(who, time, time + 9, book(), refused(Refusal.OTHER, "sold out"));
            time += 10;
            return this;
        }

        Play away(String who) {
            told.call(who, time, time + 9, book(), refused(Refusal.STALE, null));
            time += 10;
            return this;
        }

        Play unanswered(String who) {
            told.unknown(who, time, time + 9, book());
            time += 10;
            return this;
        }

        /** What is looked at when all is quiet. */
        PlayResult shows(int free, String... buyers) {
            told.in(Phase.AUDIT);
            List<String> bookings = Arrays.stream(buyers).map(who -> id + "-" + who).toList();
            told.accepted(
                    "an onlooker",
                    time,
                    time + 1,
                    new Operation.DeclaredRead("look", "looks at “Hamlet”", Map.of("show", id)),
                    new Answer.DeclaredSeen(
                            Map.of("free", String.valueOf(free), "at", "time " + plays),
                            Map.of("bookings", bookings)));
            History history = told.history();
            return PlayResult.of(
                    history,
                    history.in(Phase.AUDIT).calls(),
                    Map.of(id, "Hamlet"),
                    Pattern.compile("-run-[a-z]+"));
        }

        private Operation book() {
            return new Operation.DeclaredWrite("book", "books “Hamlet”", Map.of("show", id));
        }
    }

    private static Answer seen(Map<String, String> facts) {
        return new Answer.DeclaredSeen(facts, Map.of());
    }

    private static Outcome refused(Refusal why, @Nullable String named) {
        return new Outcome.Refused(409, why, null, "", named);
    }

    private Play play() {
        return new Play();
    }

    /** Both orders of two buyers of the last seat, the first of them played twice. */
    private void learn() {
        PlayResult first = play().books("Ana").soldOut("Ben").shows(0, "Ana");
        orders.add(first);
        orders.learn(first, play().books("Ana").soldOut("Ben").shows(0, "Ana"));
        orders.add(play().books("Ben").soldOut("Ana").shows(0, "Ben"));
    }

    private boolean isExplained(PlayResult observed) {
        return orders.explain(observed, Set.of(), Set.of());
    }

    private static Set<Call> such(PlayResult observed, Class<? extends Outcome> kind) {
        return new HashSet<>(observed.ended(kind::isInstance));
    }

    @Test
    void whatSomeOrderGivesIsExplained() {
        learn();
        assertThat(isExplained(play().soldOut("Ben").books("Ana").shows(0, "Ana"))).isTrue();
        assertThat(isExplained(play().books("Ben").soldOut("Ana").shows(0, "Ben"))).isTrue();
    }

    @Test
    void whatNoOrderGivesIsNot() {
        learn();
        assertThat(isExplained(play().books("Ben").books("Ana").shows(-1, "Ana", "Ben"))).isFalse();
        assertThat(isExplained(play().soldOut("Ben").soldOut("Ana").shows(1))).isFalse();
        // Each half of it is right, in another order.
        assertThat(isExplained(play().books("Ben").soldOut("Ana").shows(0, "Ana"))).isFalse();
        assertThat(isExplained(play().books("Ben").soldOut("Ana").shows(1, "Ben"))).isFalse();
    }

    @Test
    void whatDiffersEachTimeIsNotComparedAndSaid() {
        learn();
        PlayResult both = play().books("Ben").books("Ana").shows(-1, "Ana", "Ben");
        assertThat(orders.contradicted(both, Set.of(), 2))
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        contradicted -> {
                            assertThat(contradicted.why().expected())
                                    .isEqualTo(
                                            "One after another: “books “Hamlet””: 1 × is accepted,"
                                                + " 1 × is told: sold out; at the same moment: 2 ×"
                                                + " is accepted");
                            assertThat(contradicted.why().conclusion())
                                    .isEqualTo(
                                            "None of the 2 orders in which these calls can come one"
                                                + " after another gives this; not compared, because"
                                                + " it differs each time: at");
                            assertThat(contradicted.why().calls()).hasSize(3);
                        });
    }

    @Test
    void aNumberThatNoOrderGivesIsTold() {
        learn();
        PlayResult one = play().books("Ben").soldOut("Ana").shows(1, "Ben");
        assertThat(((Verdict.Contradicted) orders.contradicted(one, Set.of(), 2)).why().expected())
                .isEqualTo(
                        "One after another: “afterwards somebody looks at “Hamlet””: free 0; at the"
                                + " same moment: free 1");
    }

    @Test
    void aCallWithoutAnAnswerMayHaveHappenedOrNot() {
        learn();
        PlayResult happened = play().unanswered("Ben").soldOut("Ana").shows(0, "?");
        assertThat(orders.explain(happened, such(happened, Outcome.Unknown.class), Set.of()))
                .isTrue();
        PlayResult neither = play().unanswered("Ben").soldOut("Ana").shows(1);
        assertThat(orders.explain(neither, such(neither, Outcome.Unknown.class), Set.of()))
                .isFalse();
        PlayResult stayedAway = play().unanswered("Ben").books("Ana").shows(0, "Ana");
        assertThat(orders.explain(stayedAway, such(stayedAway, Outcome.Unknown.class), Set.of()))
                .isTrue();
    }

    @Test
    void whoIsAskedToComeBackMayHaveStayedAway() {
        learn();
        PlayResult alone = play().away("Ben").books("Ana").shows(0, "Ana");
        assertThat(isExplained(alone)).isFalse();
        orders.add(play().books("Ana").shows(0, "Ana"));
        assertThat(isExplained(alone)).isFalse();
        Set<Call> away = such(alone, Outcome.Refused.class);
        assertThat(orders.explain(alone, Set.of(), away)).isTrue();
        // Refused means that it did not happen: no order in which it did explains it.
        PlayResult done = play().away("Ben").soldOut("Ana").shows(0, "Ben");
        Set<Call> denied = new HashSet<>(done.ended(one -> one.isRefused(Refusal.STALE)));
        assertThat(orders.explain(done, Set.of(), denied)).isFalse();
    }

    @Test
    void membersOfACrowdAreAllTheSame() {
        PlayResult ordered = play().books("member 1").soldOut("member 2").shows(0, "member 1");
        orders.add(ordered);
        orders.learn(ordered, play().books("member 1").soldOut("member 2").shows(0, "member 1"));
        assertThat(isExplained(play().soldOut("member 1").books("member 2").shows(0, "member 2")))
                .isTrue();
        assertThat(isExplained(play().books("member 1").books("member 2").shows(0, "member 2")))
                .isFalse();
    }

    @Test
    void anOrderThatEndsDifferentlyIsUnsteady() {
        PlayResult one = play().books("Ana").soldOut("Ben").shows(0, "Ana");
        PlayResult other = play().books("Ana").books("Ben").shows(0, "Ana");
        orders.learn(one, other);
        assertThat(orders.differences(one, other))
                .containsExactly(
                        "Ben books “Hamlet”: is told: sold out, and another time is accepted");
        assertThat(orders.differences(one, one)).isEmpty();
    }

    @Test
    void ofListsOfAllOnlyTheOwnEntriesCount() {
        Operation list = new Operation.SearchImages("cat", null, 10);
        assertThat(looked(list, images("i1", "x7"))).isEqualTo(looked(list, images("x8", "i1")));
        assertThat(looked(list, images("i1"))).isNotEqualTo(looked(list, images("x8")));
        Operation feed = new Operation.ReadFeed(null, 10);
        assertThat(looked(feed, images("i1"))).isEqualTo(looked(feed, images()));
    }

    private static Answer images(String... ids) {
        return new Answer.ImagesListed(Arrays.stream(ids).map(ImageId::new).toList(), null, null);
    }

    private static Map<String, Map<String, List<String>>> looked(Operation look, Answer answer) {
        History history =
                new Told().in(Phase.AUDIT).accepted("an onlooker", 0, 1, look, answer).history();
        return PlayResult.of(
                        history, history.calls(), Map.of("i1", "Tabby"), Pattern.compile("-run"))
                .facts();
    }
}
