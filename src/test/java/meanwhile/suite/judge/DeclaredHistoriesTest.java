package meanwhile.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanwhile.history.Call;
import meanwhile.history.CallDescription;
import meanwhile.history.History;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.history.Phase;
import meanwhile.history.RecordedHistory;
import meanwhile.history.RecordedPlay;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.suite.Captured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What was recorded of a declared domain is read as it was written, and judged again. */
@ResourceLock(Resources.SYSTEM_OUT)
class DeclaredHistoriesTest {
    private static final HistoryHeader HEADER =
            new HistoryHeader("shop", "shop.feature", "The last seat", 7);
    private static final Operation BOOK =
            new Operation.DeclaredWrite(
                    "book", "books a seat at “Hamlet”", Map.of("show", "s-1", "with", "“1”\n"));
    private static final Operation LOOK =
            new Operation.DeclaredRead("look", "looks at “Hamlet”", Map.of("show", "s-1"));

    @TempDir private Path folder;
    private final Captured out = new Captured();

    private Path written(Call... calls) throws IOException {
        Path file = folder.resolve("shop.ndjson");
        HistoryFile.write(file, HEADER, plays(calls));
        return file;
    }

    private static List<RecordedPlay> plays(Call... calls) {
        return List.of(
                new RecordedPlay(1, 1, true, Map.of("s-1", "Hamlet"), new History(List.of(calls))));
    }

    private static Call call(int number, Operation operation, Outcome outcome) {
        long begun = 10L * number;
        return new Call(
                number,
                Phase.WHEN,
                new ActorName("Ana", null),
                0,
                false,
                operation,
                new Call.Times(begun, begun + 1, begun + 2, begun + 3),
                outcome);
    }

    private static Call[] booked() {
        return new Call[] {
            call(0, BOOK, accepted(Map.of("id", "b-1", "seat", "12.50"), Map.of())),
            call(1, BOOK, new Outcome.Refused(409, Refusal.OTHER, null, "{}", "sold out")),
            call(2, LOOK, accepted(Map.of("free", "0"), Map.of("bookings", List.of("b-1", "b-2")))),
            call(3, LOOK, accepted(Map.of(), Map.of("bookings", List.of())))
        };
    }

    private static Outcome accepted(Map<String, String> facts, Map<String, List<String>> lists) {
        return new Outcome.Accepted(200, new Answer.DeclaredSeen(facts, lists));
    }

    @Test
    void bothKindsAndAnOwnReasonComeBackAsTheyWere() throws IOException {
        assertThat(HistoryFile.read(written(booked())))
                .isEqualTo(new RecordedHistory(HEADER, plays(booked())));
    }

    @Test
    void whatWasAskedElsewhereComesBackAsItWas() throws IOException {
        Call heard =
                new Call(
                        4,
                        Phase.ELSEWHERE,
                        new ActorName("The bank", null),
                        0,
                        false,
                        new Operation.DeclaredEvent(
                                "charge", "is asked for m", Map.of("mark", "m")),
                        new Call.Times(41, 41, 42, 42),
                        new Outcome.Accepted(201, new Answer.Done()));
        Path file = written(booked()[0], heard);
        assertThat(HistoryFile.read(file).plays().getFirst().history().calls()).contains(heard);
        assertThat(Files.readString(file))
                .contains("\"phase\":\"elsewhere\"", "\"type\":\"declared-event\"");
        assertThat(CallDescription.of(heard, id -> id.equals("m") ? "M" : id))
                .isEqualTo("The bank is asked for “M” and answers 201");
    }

    @Test
    void theFormSaysWhatWasSaid() throws IOException {
        assertThat(Files.readString(written(booked())))
                .contains("\"type\":\"declared-write\"", "\"type\":\"declared-read\"")
                .contains("\"said\":\"books a seat at “Hamlet”\"", "\"named\":\"sold out\"");
    }

    /** A reason that is known everywhere has no name of its own. */
    @Test
    void aHistoryWithoutOwnReasonsIsReadAsBefore() throws IOException {
        Call gone = call(0, LOOK, new Outcome.Refused(410, Refusal.GONE, null, "gone"));
        Path file = written(gone);
        assertThat(Files.readString(file)).doesNotContain("named");
        assertThat(HistoryFile.read(file).plays().getFirst().history().calls())
                .containsExactly(gone);
    }

    @Test
    void suchAFileSaysThatOnlyItsOwnQuestionsJudgeIt() throws IOException {
        Path file = written(booked());
        assertThat(out.run("judge", "--explain", file.toString())).as(out.text()).isEqualTo(2);
        assertThat(out.text())
                .isEqualTo(
                        file
                                + ": undecided\n  these are operations of a domain that a profile"
                                + " declares; only its own questions judge them.\n");
        assertThat(out.run("judge", "--model", "answers", file.toString())).as(out.text()).isZero();
    }

    @Test
    void aBrokenAnswerIsContradictedAndToldInTheDomainsWords() throws IOException {
        Path file = written(booked()[0], call(1, BOOK, new Outcome.Broken(500, "oops")));
        assertThat(out.run("judge", "--model", "answers", "--explain", file.toString()))
                .as(out.text())
                .isEqualTo(1);
        assertThat(out.text())
                .contains("contradicted", "Ana books a seat at “Hamlet” and gets a broken answer");
    }
}
