package meanwhile.history;

import static meanwhile.history.HistoryText.CALL;
import static meanwhile.history.HistoryText.END;
import static meanwhile.history.HistoryText.PLAY;
import static meanwhile.history.HistoryText.first;
import static meanwhile.history.HistoryText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged history file is refused with a message that names the damage. */
class DamagedHistoryTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    'value':-1           | 'value':0            | operation: value: expected 1 or -1, found 0
                    'value':-1           | 'value':'up'         | operation: value: expected 1 or -1
                    'image':'i-7',       |                      | operation: “image” is missing
                    'image':'i-7'        | 'picture':'i-7','image':'i' | operation: “picture” is not allowed here
                    'image':'i-7'        | 'image':7            | operation: image: expected a text, found 7
                    'type':'cast-vote'   | 'type':'cast-veto'   | operation: unknown type “cast-veto”
                    'type':'cast-vote',  |                      | operation: “type” is missing
                    'phase':'when'       | 'phase':'then?'      | phase: unknown value “then?”
                    'door':0             | 'door':0.5           | door: expected a whole number, found 0.5
                    'door':0             | 'door':4294967296    | door: expected a whole number
                    'gated':true         | 'gated':1            | gated: expected true or false, found 1
                    'begun':1            | 'begun':9            | begins, is released, is answered and ends
                    'begun':1            | 'begun':1e40         | begun: expected a whole number
                    'member':'Ben'       | 'member':'Bob'       | “Ben on his phone” is not “Bob on his phone”
                    'vote-taken','id':'v-1' | 'done'            | this answer does not fit cast-vote
                    {'type':'vote-taken','id':'v-1'} | []       | outcome: answer: expected an object, found []
                    'call':0             | 'call':0,'call':0    | not JSON
                    'call':0             | 'cell':0             | neither a play nor a call nor the end
                    ,'begun'             | , 'begun             | not JSON
                    """)
    void aDamagedCallIsNamedWithItsLine(String part, String instead, String fault)
            throws IOException {
        assertThat(CALL).contains(part);
        String damaged = CALL.replace(part, instead == null ? "" : instead);
        assertDamaged(3, fault, PLAY, damaged, END);
    }

    @Test
    void whatIsFoundInsteadIsShownUpToFortyCharacters() throws IOException {
        String forty = "1".repeat(40);
        for (String shown : List.of(forty, forty + "…")) {
            String found = shown.replace('…', '1');
            Path file = damaged(PLAY, CALL.replace("'image':'i-7'", "'image':" + found), END);
            assertThatThrownBy(() -> HistoryFile.read(file))
                    .hasMessageEndingWith("expected a text, found " + shown);
        }
    }

    @Test
    void everythingElseThatIsWrongIsNamedToo() throws IOException {
        assertDamaged(2, "a call before the first play", CALL, END);
        assertDamaged(4, "a second call 0", PLAY, CALL, CALL, END);
        assertDamaged(4, "the file ends too early", PLAY, CALL);
        assertDamaged(4, "1 plays and 1 calls are announced, 2 and 0 are present", PLAY, PLAY, END);
        assertDamaged(3, "1 plays and 1 calls are announced, 1 and 0 are present", PLAY, END);
        assertDamaged(5, "something follows the closing line", PLAY, CALL, END, END);
        assertDamaged(3, "not a JSON object", PLAY, "");
        assertDamaged(3, "not a JSON object", PLAY, "[]");
        assertDamaged(2, "play: round: expected a whole number", PLAY.replace(":1", ":'1'"));
        assertDamaged(2, "play: names: expected an object", PLAY.replace("{}", "[]"));
        assertDamaged(2, "play: expected an object, found 7", "{'play':7}", END);
        String listed = "{'type':'votes-listed','votes':{}}";
        String taken = "{'type':'vote-taken','id':'v-1'}";
        assertThat(CALL).contains(taken);
        assertDamaged(
                3,
                "outcome: answer: votes: expected a list, found {}",
                PLAY,
                CALL.replace(taken, listed));
        assertDamaged(
                3,
                "outcome: answer: expected a text as type, found [1]",
                PLAY,
                CALL.replace(taken, "{'type':[1]}"));
        assertDamaged(
                3,
                "operation: value: expected 1 or -1, found 99999999999",
                PLAY,
                CALL.replace("'value':-1", "'value':99999999999"));
        assertDamaged(
                3,
                "operation: value: expected 1 or -1, found 2",
                PLAY,
                CALL.replace("'value':-1", "'value':2"));
    }

    @Test
    void whatIsWrongIsShownNoLongerThanALine() throws IOException {
        String forty = "'" + "x".repeat(38) + "'";
        assertDamaged(2, "round: expected a whole number, found " + json(forty), play(forty));
        String longer = "'" + "x".repeat(39) + "'";
        assertDamaged(2, "found " + json("'" + "x".repeat(39) + "…"), play(longer));
    }

    private static String play(String round) {
        return PLAY.replace("'round':1", "'round':" + round);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Path file = folder.resolve("other.ndjson");
        assertFirstLine(file, "", "not a JSON object");
        assertFirstLine(file, "INFO jepsen.util", "not JSON");
        assertFirstLine(file, "{}", "this is not a history");
        assertFirstLine(
                file,
                json("{'form':'meanwhile-history','version':2}"),
                "version 2 is not supported, only 1");
        assertFirstLine(
                file, json("{'form':'meanwhile-history','version':1}"), "“target” is missing");
        Files.write(file, new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(DamagedHistory.class)
                .hasMessageContaining("not UTF-8");
        Files.delete(file);
        assertThatThrownBy(() -> HistoryFile.read(file)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileCutAnywhereIsNoticed() throws IOException {
        Path file = folder.resolve("cut.ndjson");
        String whole = String.join("\n", first(), json(PLAY), json(CALL), json(END));
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> HistoryFile.read(file))
                    .as("cut after %d characters", length)
                    .isInstanceOf(DamagedHistory.class);
        }
        Files.writeString(file, whole);
        assertThat(HistoryFile.read(file).plays()).hasSize(1);
    }

    private void assertFirstLine(Path file, String line, String fault) throws IOException {
        Files.writeString(file, line);
        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(DamagedHistory.class)
                .hasMessageStartingWith(file + ":1: ")
                .hasMessageContaining(fault);
    }

    private void assertDamaged(int line, String fault, String... body) throws IOException {
        Path file = damaged(body);
        assertThatThrownBy(() -> HistoryFile.read(file))
                .isInstanceOf(DamagedHistory.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(fault);
    }

    private Path damaged(String... body) throws IOException {
        List<String> lines = new ArrayList<>(List.of(first()));
        Stream.of(body).map(HistoryText::json).forEach(lines::add);
        return Files.write(folder.resolve("damaged.ndjson"), lines);
    }
}
