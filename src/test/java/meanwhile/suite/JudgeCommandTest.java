package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.HistoryFile;
import meanwhile.history.HistoryHeader;
import meanwhile.history.Phase;
import meanwhile.history.RecordedPlay;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ImageFile;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_OUT)
class JudgeCommandTest {
    @TempDir private Path folder;

    private String said = "";

    @Test
    void aStaleReadIsContradictedAndItsStoryTold() throws IOException {
        Path log =
                log(
                        "0 invoke write 1",
                        "0 ok write 1",
                        "1 invoke write 2",
                        "1 ok write 2",
                        "2 invoke read nil",
                        "2 ok read 1",
                        "0 invoke read nil",
                        "0 ok read 2");
        assertThat(judge("--format", "jepsen-log", "--explain", log.toString())).isEqualTo(1);
        assertThat(said)
                .isEqualTo(
                        """
                        LOG: contradicted
                          Expected to see “2”, saw “1”.
                            lines 1–2: process 0 writes “1”.
                            lines 3–4: process 1 writes “2”.
                            lines 5–6: process 2 reads “1”.
                          No order of these explains what was seen. (3 of 4 calls)
                        """
                                .replace("LOG", log.toString()));
    }

    @Test
    void whatTheInitialValueExplainsHolds() throws IOException {
        Path log = log("0 invoke read nil", "0 ok read 7");
        assertThat(judge("--format", "jepsen-log", log.toString())).isEqualTo(1);
        assertThat(judge("--format", "jepsen-log", "--initial", "7", log.toString())).isZero();
        assertThat(said).isEqualTo(log + ": holds\n");
    }

    @Test
    void anUnknownWriteMayHaveHappenedAndAFailedOneDidNot() throws IOException {
        Path unknown =
                log(
                        "0 invoke write 1",
                        "0 info write :timed-out",
                        "1 invoke read nil",
                        "1 ok read 1");
        assertThat(judge("--format", "jepsen-log", unknown.toString())).isZero();
        Path failed = log("0 invoke write 1", "0 fail write 1", "1 invoke read nil", "1 ok read 1");
        assertThat(judge("--format", "jepsen-log", failed.toString())).isEqualTo(1);
        Path open = log("0 invoke write 1", "1 invoke read nil", "1 ok read 1");
        assertThat(judge("--format", "jepsen-log", open.toString())).isZero();
    }

    @Test
    void aBudgetThatIsTooSmallLeavesItUndecided() throws IOException {
        Path log = log("0 invoke write 1", "0 ok write 1", "0 invoke read nil", "0 ok read 1");
        assertThat(judge("--format", "jepsen-log", "--budget", "0", "--explain", log.toString()))
                .isEqualTo(2);
        assertThat(said).startsWith(log + ": undecided\n  too many orders");
    }

    @Test
    void otherObjectsHaveModelsOfTheirOwn() throws IOException {
        Path counter = log("0 invoke add 1", "0 ok add 1", "0 invoke read nil", "0 ok read 0");
        assertThat(judge("--format", "jepsen-log", "--model", "counter", counter.toString()))
                .isEqualTo(1);
        Path set = log("0 invoke add 5", "0 ok add 5", "0 invoke read nil", "0 ok read #{5}");
        assertThat(judge("--format", "jepsen-log", "--model", "set", set.toString())).isZero();
        assertThat(judge("--format", "jepsen-log", "--model", "list", set.toString())).isZero();
        Path texts =
                Files.writeString(
                        folder.resolve("texts"),
                        """
                        {:process 0, :type :invoke, :f :append, :key "k", :value "a\\"b"}
                        {:process 0, :type :ok, :f :append, :key "k", :value "a\\"b"}
                        {:process 0, :type :invoke, :f :get, :key "k", :value nil}
                        {:process 0, :type :ok, :f :get, :key "k", :value "xa\\"b"}
                        """);
        assertThat(judge("--format", "kv-edn", texts.toString())).isEqualTo(1);
        assertThat(judge("--format", "kv-edn", "--initial", "x", texts.toString())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 ok read 1                            | 1: process 0 had begun nothing
                    0 invoke read nil; 0 ok write 1        | 2: process 0 had begun read in line 1, not write
                    0 invoke read nil; 0 invoke read nil   | 2: process 0 has not finished what it began
                    0 invoke cas 1                         | 1: this model has no :cas of 1
                    0 invoke dance 1                       | 1: this model has no :dance of 1
                    0 invoke write 1; nonsense             | 2: not a line of a Jepsen log: nonsense
                    """)
    void aDamagedLogIsNamedWithItsLineAndGetsNoVerdict(String lines, String fault)
            throws IOException {
        Path log = log(lines.split("; "));
        assertThat(judge("--format", "jepsen-log", log.toString())).isEqualTo(3);
        assertThat(said).isEqualTo("meanwhile: " + log + ":" + fault + "\n");
    }

    @Test
    void theOtherFilesAreJudgedAllTheSame() throws IOException {
        Path damaged = log("0 ok read 1");
        Path whole = log("0 invoke read nil", "0 ok read nil");
        assertThat(judge("--format", "jepsen-log", damaged.toString(), whole.toString()))
                .isEqualTo(3);
        assertThat(said).contains(whole + ": holds\n").doesNotContain(damaged + ": ");
    }

    @Test
    void badOptionsAreNamedWithTheAllowedOnes() throws IOException {
        String log = log("0 invoke read nil").toString();
        assertThat(judge("--format", "xml", log)).isEqualTo(3);
        assertThat(said).contains("“xml”: allowed are meanwhile, jepsen-log, kv-edn and calls");
        assertThat(judge("--format", "kv-edn", "--model", "set", log)).isEqualTo(3);
        assertThat(said).contains("“set” for kv-edn: allowed are kv");
        assertThat(judge("--format", "jepsen-log", "--model", "set", "--initial", "1", log))
                .isEqualTo(3);
        assertThat(said).contains("--initial has no meaning");
        assertThat(judge("--format", "jepsen-log", "--model", "counter", "--initial", "x", log))
                .isEqualTo(3);
        assertThat(said).contains("whole number, not “x”");
        assertThat(judge(folder.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(said).endsWith("nowhere: no such file\n");
        assertThat(judge()).isEqualTo(3);
    }

    @Test
    void aHistoryOfOurOwnIsJudgedInTheFeaturesOwnNames() throws IOException {
        Path file = folder.resolve("deleted.ndjson");
        ImageId image = new ImageId("i-7");
        HistoryFile.write(
                file,
                new HistoryHeader("reference", "f.feature", "example", 1),
                List.of(
                        new RecordedPlay(
                                2,
                                1,
                                true,
                                Map.of("i-7", "Tabby"),
                                new History(
                                        List.of(
                                                call(
                                                        0,
                                                        new Operation.UploadImage(
                                                                ImageFile.of(
                                                                        "t.png",
                                                                        "image/png",
                                                                        new byte[] {1}),
                                                                "Tabby"),
                                                        new Answer.UploadTaken(image)),
                                                call(
                                                        1,
                                                        new Operation.DeleteImage(image),
                                                        new Answer.Done()),
                                                call(
                                                        2,
                                                        new Operation.ReadBytes(image),
                                                        new Answer.BytesSeen("0123456789", 1)))))));
        assertThat(judge("--explain", file.toString())).isEqualTo(1);
        assertThat(said)
                .contains("Round 2, attempt 1: Expected the image to be gone, saw it again")
                .contains("Ana deletes “Tabby”")
                .contains("(2 of 3 calls)");
        assertThat(judge("--model", "answers", file.toString())).isZero();
        Files.writeString(file, Files.readString(file).replace("\"end\"", "\"and\""));
        assertThat(judge(file.toString())).isEqualTo(3);
        assertThat(said).startsWith("meanwhile: " + file + ":6: ");
    }

    @Test
    void thePageEscapesWhatALogSays() throws IOException {
        Path page = folder.resolve("page.html");
        Path log = log("0 invoke read nil", "0 ok read \"<script>alert(1)</script>\"");
        assertThat(judge("--format", "jepsen-log", "--html", page.toString(), log.toString()))
                .isEqualTo(1);
        assertThat(Files.readString(page))
                .contains("&lt;script&gt;", "<svg", "contradicted", log.toString())
                .doesNotContain("<script>", "http://", "https://");
    }

    @Test
    void thePageShowsControlCharactersAsTheirCodes() throws IOException {
        Path page = folder.resolve("page.html");
        Path log = log("0 invoke read nil", "0 ok read \"a\u001b[31m\u202ez\u0007\"");
        assertThat(judge("--format", "jepsen-log", "--html", page.toString(), log.toString()))
                .isEqualTo(1);
        assertThat(Files.readString(page))
                .contains("\\u001b[31m\\u202ez\\u0007")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n\t\r]]");
    }

    private static Call call(int number, Operation operation, Answer answer) {
        long begun = 10L * number;
        return new Call(
                number,
                Phase.WHEN,
                new ActorName("Ana", null),
                0,
                false,
                operation,
                new Call.Times(begun, begun + 1, begun + 2, begun + 3),
                new Outcome.Accepted(200, answer));
    }

    /** Writes a Jepsen log of lines such as "0 invoke read nil". */
    private Path log(String... events) throws IOException {
        List<String> lines =
                List.of(events).stream()
                        .map(
                                event ->
                                        "INFO  jepsen.util - "
                                                + event.replaceFirst(
                                                        "(\\S+) (\\S+) (\\S+) (.*)",
                                                        "$1\t:$2\t:$3\t$4"))
                        .map(line -> line.replace("INFO  jepsen.util - nonsense", "nonsense"))
                        .toList();
        Path file = Files.createTempFile(folder, "history", ".log");
        return Files.write(file, lines);
    }

    private int judge(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        try {
            String[] all = new String[arguments.length + 1];
            all[0] = "judge";
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return Main.run(captured, all);
        } finally {
            System.setOut(out);
            said = bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
