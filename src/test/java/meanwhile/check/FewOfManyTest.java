package meanwhile.check;

import static meanwhile.check.Told.TABBY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.history.History;
import meanwhile.language.Answer;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Secret;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import meanwhile.model.Event;
import meanwhile.model.Paging;
import meanwhile.model.Ruling;
import meanwhile.model.UndoableCount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A story that tells of five and shows fewer says so: the reader counts what is shown. */
class FewOfManyTest {
    private static final int MANY = 5;
    private static final Pattern BOTH =
            Pattern.compile(".*\\((\\d) of the 5 .* are shown, enough.*\\)");

    /** What is told, and the number of calls or events that are shown. */
    record Story(String expected, int shown) {}

    static Stream<Story> stories() {
        return Stream.of(
                of(NameClaims.exactlyOne("catlady", accepted(join(), joined()))),
                of(DeletionOutcome.exactlyOnce(TABBY, accepted(delete(), new Answer.Done()))),
                of(ConditionalChanges.atMostOne(accepted(change(), voted()))),
                of(holders()),
                of(elements()));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void bothNumbersAreTold(Story story) {
        Matcher told = BOTH.matcher(story.expected());
        assertThat(told.matches()).as(story.expected()).isTrue();
        assertThat(story.shown()).isEqualTo(Integer.parseInt(told.group(1)));
    }

    private static Story of(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
        CounterExample why = ((Verdict.Contradicted) verdict).why();
        return new Story(why.expected(), why.calls().size());
    }

    /** The last event of these rulings is the read. */
    private static Story of(Ruling<?> ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Illegal.class);
        Ruling.Illegal<?> illegal = (Ruling.Illegal<?>) ruling;
        return new Story(illegal.expected(), illegal.why().size() - 1);
    }

    private static History accepted(Operation operation, Answer answer) {
        Told told = new Told();
        for (int i = 0; i < MANY; i++) {
            told.accepted("member " + i, i, 10 + i, operation, answer);
        }
        return told.history();
    }

    private static Operation join() {
        return new Operation.SignUp("catlady", new Secret("pw"));
    }

    private static Answer joined() {
        return new Answer.MemberCreated(new MemberId("1"));
    }

    private static Operation delete() {
        return new Operation.DeleteImage(TABBY);
    }

    private static Operation change() {
        return new Operation.CastVote(TABBY, VoteValue.DOWN, 1L);
    }

    private static Answer voted() {
        return new Answer.VoteTaken(new VoteId("Ben"));
    }

    private static Ruling<UndoableCount.Op> holders() {
        List<Event<UndoableCount.Op>> events = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            events.add(event(i, new UndoableCount.Hold("member " + i, true)));
        }
        events.add(event(MANY, new UndoableCount.Read(2)));
        return UndoableCount.check(events, 0);
    }

    private static Ruling<Paging.Op> elements() {
        List<Event<Paging.Op>> events = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            events.add(event(i, new Paging.Add("element " + i)));
        }
        events.add(event(MANY, new Paging.Page(List.of(), true, 2L)));
        return Paging.totals(events);
    }

    private static <O> Event<O> event(int number, O op) {
        return new Event<>(number, "process " + number, op, 10L * number, 10L * number + 5, true);
    }
}
