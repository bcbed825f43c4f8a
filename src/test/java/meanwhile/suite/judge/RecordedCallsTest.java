package meanwhile.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meanwhile.suite.Captured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that somebody else recorded are judged by a contract, and no target is needed. */
@ResourceLock(Resources.SYSTEM_OUT)
class RecordedCallsTest {
    private static final String CONTRACT =
            """
            Feature: The shop
              Background:
                Given each show has at first:
                  | free seats | its number |
                And one at a time this happens:
                  | who does what                   | while          | is answered              | and then                       |
                  | somebody books a seat at {show} | free seats > 0 | accepted                 | free seats is free seats - 1   |
                  | somebody books a seat at {show} | free seats = 0 | sold out                 |                                |
                  | somebody looks at {show}        |                | accepted with free seats |                                |
            """;

    /** As the broken shop of the examples sells its last seat. */
    private static final String SOLD_TWICE =
            """
            {"who": "Mara", "operation": "make show", "parameters": {"show": "Hamlet", "number": 1}, "answer": "accepted", "begun": 0, "ended": 1.5}
            {"who": "Ana", "operation": "books a seat at {show}", "parameters": {"show": "Hamlet"}, "answer": {"accepted": {"seat": 1}}, "begun": 2, "ended": 4}

            {"who": "Ben", "operation": "books-a-seat-at", "parameters": {"show": "Hamlet"}, "answer": "accepted", "begun": 2.5, "ended": 5}
            {"who": "Dan", "operation": "books-a-seat-at", "parameters": {"show": "Hamlet"}, "begun": 2.5}
            """;

    @TempDir private Path folder;
    private final Captured out = new Captured();

    @BeforeEach
    void state() throws IOException {
        Files.writeString(folder.resolve("shop.feature"), CONTRACT);
    }

    private int judge(String calls) throws IOException {
        Path file = Files.writeString(folder.resolve("calls.ndjson"), calls);
        return out.run(
                "judge",
                "--contract",
                folder.resolve("shop.feature").toString(),
                "--format",
                "calls",
                "--explain",
                file.toString());
    }

    @Test
    void whatWasSoldTwiceIsTold() throws IOException {
        assertThat(judge(SOLD_TWICE)).isEqualTo(1);
        assertThat(out.text())
                .contains("calls.ndjson: contradicted")
                .contains("who books a seat at “Hamlet” while free seats is 0, to be answered")
                .contains("Ana books a seat at “Hamlet” and is accepted")
                .contains("Ben books a seat at “Hamlet” and is accepted")
                .contains("(2 of 4 calls)");
    }

    @Test
    void whatWasSoldOnceHolds() throws IOException {
        String once =
                SOLD_TWICE.replace(
                        "\"answer\": \"accepted\", \"begun\": 2.5",
                        "\"answer\": {\"refused\": \"sold out\"}, \"begun\": 2.5");
        assertThat(judge(once)).isZero();
        assertThat(out.text()).contains("calls.ndjson: holds");
        assertThat(
                        judge(
                                once.replaceAll(
                                        "\"begun\": 2.5, \"ended\": 5",
                                        "\"begun\": \"2026-12-01T10:00:00.5Z\", \"ended\":"
                                                + " \"2026-12-01T10:00:01Z\"")))
                .isZero();
    }

    @Test
    void whereTheContractSpeaksOfNothingItIsUndecided() throws IOException {
        assertThat(judge(SOLD_TWICE.lines().findFirst().orElseThrow())).isEqualTo(2);
        assertThat(judge("")).isEqualTo(2);
        assertThat(out.text()).contains("the contract speaks of no call here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{\"who # {who # 1: this is not JSON",
                "\"who\": \"Mara\" # \"who\": 7 # 1: “who” must be a text",
                "\"who\": \"Mara\" # \"whom\": 7 # 1: “whom” is no part of a call; allowed are"
                        + " answer, begun, ended, operation, parameters, who",
                "make show # make tent # 1: the contract has no operation “make tent”; it has"
                        + " “books a seat at {show}”",
                "{\"show\": \"Hamlet\", \"number\": 1} # {\"number\": 1} # 1: whoever makes a show"
                        + " says which",
                "{\"show\": \"Hamlet\"} # {\"shows\": \"Hamlet\"} # 2: “books a seat at {show}” has"
                        + " the parameters [show], not [shows]",
                "{\"show\": \"Hamlet\"} # {\"show\": [1]} # 2: the parameter “show” must be a text"
                        + " or a number",
                "{\"show\": \"Hamlet\"} # 7 # 2: “parameters” must be an object",
                "{\"accepted\": {\"seat\": 1}} # {\"accept\": 1} # 2: “answer” is \"accepted\","
                        + " {\"accepted\": {…}}, {\"refused\": \"…\"} or missing",
                "\"begun\": 2, # \"begun\": \"two\", # 2: “begun” is no time: \"two\"",
                "\"begun\": 2, #  # 2: “begun” must be milliseconds, or a time like",
                "\"ended\": 4 # \"ended\": 1 # 2: the call ended before it began",
                ", \"ended\": 4 # ~~ # 2: “ended” is missing of a call that was answered",
            })
    void aDamagedLineIsNamed(String good, String bad, String fault) throws IOException {
        int exit = judge(SOLD_TWICE.replace(good, bad == null ? "" : bad));
        assertThat(out.text()).contains("calls.ndjson:" + fault);
        assertThat(exit).isEqualTo(3);
    }

    @Test
    void theOptionsBelongTogether() {
        String feature = folder.resolve("shop.feature").toString();
        assertThat(out.run("judge", "--format", "calls", feature)).isEqualTo(3);
        assertThat(out.text()).contains("--format calls needs the --contract FEATURE");
        assertThat(out.run("judge", "--contract", feature, feature)).isEqualTo(3);
        assertThat(out.text()).contains("--contract judges --format calls, not “meanwhile”");
        assertThat(
                        out.run(
                                "judge",
                                "--contract",
                                feature,
                                "--format",
                                "calls",
                                "--model",
                                "set",
                                feature))
                .isEqualTo(3);
        assertThat(out.run("judge", "--contract", feature + "s", "--format", "calls", feature))
                .isEqualTo(3);
        assertThat(out.text()).contains("shop.features does not exist");
    }

    @Test
    void aMistakeInTheContractIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("shop.feature"), CONTRACT.replace("free seats = 0", "full"));
        assertThat(judge(SOLD_TWICE)).isEqualTo(3);
        assertThat(out.text()).contains("shop.feature:8: “full” has “full”, which is unknown here");
        Files.writeString(folder.resolve("shop.feature"), "Feature: Nothing\n");
        assertThat(judge(SOLD_TWICE)).isEqualTo(3);
        assertThat(out.text()).contains("no background here states a contract");
    }
}
