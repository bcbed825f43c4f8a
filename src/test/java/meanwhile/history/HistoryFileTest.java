package meanwhile.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
    private static final HistoryFile.Header HEADER =
            new HistoryFile.Header(
                    "reference", "many/voting.feature", "A “double” tap", Long.MIN_VALUE);
    private static final String PLAY =
            "{'play':{'round':1,'attempt':1,'collided':true,'names':{}}}";
    private static final String CALL =
            "{'call':0,'phase':'when','actor':'Ben on his phone','member':'Ben',"
                    + "'device':'his phone','door':0,'gated':true,"
                    + "'operation':{'type':'cast-vote','image':'i-7','value':-1},"
                    + "'begun':1,'released':2,'firstByte':3,'ended':4,"
                    + "'outcome':{'type':'accepted','status':201,"
                    + "'answer':{'type':'vote-taken','id':'v-1'}}}";
    private static final String END = "{'end':{'plays':1,'calls':1}}";

    @TempDir Path folder;

    @Test
    void everyOperationAndEveryOutcomeComesBackAsItWas() throws IOException {
        List<HistoryFile.Play> plays =
                List.of(
                        new HistoryFile.Play(
                                1, 1, false, Map.of("i-7", "Tabby"), new Samples().history()),
                        new HistoryFile.Play(1, 2, true, Map.of(), History.EMPTY));
        Path file = folder.resolve("made/on/the/way.ndjson");

        HistoryFile.write(file, HEADER, plays);

        assertThat(HistoryFile.read(file)).isEqualTo(new HistoryFile.Recorded(HEADER, plays));
    }

    @Test
    void theSamplesCoverTheWholeLanguage() {
        assertThat(new Samples().full(Operation.class)).hasSizeGreaterThan(15);
        assertThat(new Samples().full(Outcome.class)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(classes = {Operation.class, Answer.class, Outcome.class})
    void noTwoOfAFamilyShareAName(Class<?> family) {
        assertThat(RecordJson.members(family).map(Operation::keyOf)).doesNotHaveDuplicates();
    }

    @Test
    void everyAnswerHasAForm() {
        Samples samples = new Samples();
        assertThat(Stream.of(samples.full(Answer.class), samples.sparse(Answer.class)))
                .allSatisfy(
                        answers ->
                                assertThat(answers)
                                        .allSatisfy(
                                                answer ->
                                                        assertThat(
                                                                        RecordJson.read(
                                                                                RecordJson.write(
                                                                                        answer),
                                                                                Answer.class))
                                                                .isEqualTo(answer)));
    }

    @Test
    void theFormIsTheDocumentedOne() throws IOException {
        Call call =
                new Call(
                        0,
                        Phase.WHEN,
                        new ActorName("Ben", "his phone"),
                        0,
                        true,
                        new Operation.CastVote(
                                new meanwhile.language.ImageId("i-7"),
                                meanwhile.language.VoteValue.DOWN),
                        new Call.Times(1, 2, 3, 4),
                        new Outcome.Accepted(
                                201, new Answer.VoteTaken(new meanwhile.language.VoteId("v-1"))));
        assertThat(lines(call)).containsExactly(first(), json(PLAY), json(CALL), json(END));
    }

    @Test
    void secretsAndBytesAreNeverWritten() throws IOException {
        byte[] bytes = "whiskers".getBytes(StandardCharsets.UTF_8);
        ImageFile image = ImageFile.of("cat.png", "image/png", bytes);
        String written =
                String.join(
                        "\n",
                        lines(
                                call(
                                        0,
                                        new Operation.LogIn("ben", new Secret("hunter2")),
                                        new Answer.SessionOpened(new Secret("hunter3"))),
                                call(
                                        1,
                                        new Operation.UploadImage(image, "Tabby"),
                                        new Answer.UploadTaken(
                                                new meanwhile.language.ImageId("i-7")))));
        assertThat(written)
                .doesNotContain("hunter2", "hunter3", "content", "whiskers")
                .contains(Secret.MASK, image.sha256());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    'value':-1           | 'value':0            | operation: value: expected 1 or -1, found 0
                    'value':-1           | 'value':'up'         | operation: value: expected 1 or -1
                    'image':'i-7',       |                      | operation: “image” is missing
                    'image':'i-7'        | 'picture':'i-7','image':'i' | operation: “picture” has no place here
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
        assertDamaged(4, "1 plays and 1 calls are announced, 2 and 0 are here", PLAY, PLAY, END);
        assertDamaged(3, "1 plays and 1 calls are announced, 1 and 0 are here", PLAY, END);
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
    void eachPlayCountsItsCallsAnew() throws IOException {
        Path file = folder.resolve("two.ndjson");
        String end = END.replace("'plays':1,'calls':1", "'plays':2,'calls':2");
        Files.write(
                file, List.of(first(), json(PLAY), json(CALL), json(PLAY), json(CALL), json(end)));
        assertThat(HistoryFile.read(file).plays())
                .extracting(play -> play.history().size())
                .containsExactly(1, 1);
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
        assertFirstLine(file, "{}", "this is no history");
        assertFirstLine(
                file,
                json("{'form':'meanwhile-history','version':2}"),
                "version 2 is not understood, only 1");
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
        Stream.of(body).map(HistoryFileTest::json).forEach(lines::add);
        return Files.write(folder.resolve("damaged.ndjson"), lines);
    }

    private List<String> lines(Call... calls) throws IOException {
        Path file = folder.resolve("written.ndjson");
        HistoryFile.write(
                file,
                new HistoryFile.Header("t", "f", "e", 7),
                List.of(new HistoryFile.Play(1, 1, true, Map.of(), new History(List.of(calls)))));
        return Files.readAllLines(file);
    }

    private static Call call(int number, Operation operation, Answer answer) {
        return new Call(
                number,
                Phase.WHEN,
                new ActorName("Ben", null),
                0,
                false,
                operation,
                new Call.Times(1, 2, 3, 4),
                new Outcome.Accepted(200, answer));
    }

    private static String first() {
        return json(
                "{'form':'meanwhile-history','version':1,'target':'t','feature':'f',"
                        + "'example':'e','seed':7}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
