package meanwhile.history;

import static meanwhile.history.HistoryText.CALL;
import static meanwhile.history.HistoryText.END;
import static meanwhile.history.HistoryText.PLAY;
import static meanwhile.history.HistoryText.first;
import static meanwhile.history.HistoryText.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.RecordPart;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories are written in the documented form and read back as they were. */
class HistoryFileTest {
    private static final HistoryHeader HEADER =
            new HistoryHeader("reference", "many/voting.feature", "A “double” tap", Long.MIN_VALUE);

    @TempDir Path folder;

    @Test
    void everyOperationAndEveryOutcomeComesBackAsItWas() throws IOException {
        List<RecordedPlay> plays =
                List.of(
                        new RecordedPlay(
                                1, 1, false, Map.of("i-7", "Tabby"), new Samples().history()),
                        new RecordedPlay(1, 2, true, Map.of(), History.EMPTY));
        Path file = folder.resolve("made/on/the/way.ndjson");

        HistoryFile.write(file, HEADER, plays);

        assertThat(HistoryFile.read(file)).isEqualTo(new RecordedHistory(HEADER, plays));
    }

    @Test
    void theSamplesCoverTheWholeLanguage() {
        assertThat(new Samples().full(Operation.class)).hasSizeGreaterThan(15);
        assertThat(new Samples().full(Outcome.class)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(classes = {Operation.class, Answer.class, Outcome.class})
    void noTwoOfAFamilyShareAName(Class<?> family) {
        assertThat(RecordPart.recordsOf(family).map(Operation::keyOf)).doesNotHaveDuplicates();
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

    private List<String> lines(Call... calls) throws IOException {
        Path file = folder.resolve("written.ndjson");
        HistoryFile.write(
                file,
                new HistoryHeader("t", "f", "e", 7),
                List.of(new RecordedPlay(1, 1, true, Map.of(), new History(List.of(calls)))));
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
}
