package meanwhile.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import meanwhile.model.Register;
import meanwhile.report.page.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the forms of logs that other tools record. */
class LogFormsTest {
    private static final String STALE =
            """
            INFO  jepsen.util - 0\t:invoke\t:write\t1
            INFO  jepsen.util - 0\t:ok\t:write\t1
            INFO  jepsen.util - 0\t:invoke\t:write\t2
            INFO  jepsen.util - 0\t:ok\t:write\t2
            INFO  jepsen.util - 1\t:invoke\t:read\tnil
            INFO  jepsen.util - 1\t:ok\t:read\t1
            """;

    @TempDir Path folder;

    @Test
    void lineEndsAndWhatIsNotOfTheObjectDoNotMatter() throws IOException {
        assertThat(log(STALE).word()).isEqualTo("contradicted");
        assertThat(log(STALE.replace("\n", "\r\n")).word()).isEqualTo("contradicted");
        assertThat(log("\uFEFF" + STALE).word()).isEqualTo("contradicted");
        Judgement.Story story =
                log("""
                ; recorded by somebody
                INFO  jepsen.core - Worker 0 starting
                2026-11-24 10:00:00,123 WARN  jepsen.core - Process 0 crashed
                INFO  jepsen.util - :nemesis\t:info\t:start\tnil

                """
                                + STALE)
                        .story();
        assertThat(story).isNotNull();
        assertThat(story.sentences().getLast()).startsWith("lines 10–11: process 1 reads");
    }

    @Test
    void newerLogsNameTheWorkerFirst() throws IOException {
        String newer =
                STALE.replaceAll(
                        "INFO  jepsen.util -",
                        "2026-11-24 10:00:00,123 INFO [2026-11-24 10:00:00,123] jepsen worker 3 -"
                                + " jepsen.util");
        assertThat(log(newer).word()).isEqualTo("contradicted");
    }

    @Test
    void aProcessThatLostAnAnswerMayGoOnAndItsRequestStaysOpen() throws IOException {
        String late =
                """
                INFO  jepsen.util - 0\t:invoke\t:write\t1
                INFO  jepsen.util - 0\t:info\t:write\t1\t:timed-out "clj-http: status 500 {"
                INFO  jepsen.util - 0\t:invoke\t:read\tnil
                INFO  jepsen.util - 0\t:fail\t:read
                INFO  jepsen.util - 0\t:invoke\t:read\tnil
                INFO  jepsen.util - 0\t:ok\t:read\tnil
                INFO  jepsen.util - 0\t:invoke\t:read\tnil
                INFO  jepsen.util - 0\t:ok\t:read\t1
                INFO  jepsen.util - 0\t:invoke\t:read\tnil
                """;
        assertThat(log(late).word()).isEqualTo("holds");
    }

    @Test
    void theSameValueMayBeWrittenInSeveralWays() throws IOException {
        String spaced =
                """
                INFO  jepsen.util - 0 :invoke :cas    [nil, 5]
                INFO  jepsen.util - 0 :ok     :cas    [nil   5]
                INFO  jepsen.util - 0 :invoke :read   nil
                INFO  jepsen.util - 0 :ok     :read   5 ; as it should be
                """;
        assertThat(log(spaced).word()).isEqualTo("holds");
        Files.writeString(
                folder.resolve("set"),
                """
                INFO  jepsen.util - 0\t:invoke\t:add\t"two words"
                INFO  jepsen.util - 0\t:ok\t:add\tnil
                INFO  jepsen.util - 0\t:invoke\t:read\tnil
                INFO  jepsen.util - 0\t:ok\t:read\t#{"two words"}
                """);
        assertThat(judge("jepsen-log", "set", folder.resolve("set")).word()).isEqualTo("holds");
    }

    @Test
    void aSetToWhichAnElementIsAddedTwiceIsNotJudged() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("set"),
                        """
                        INFO  jepsen.util - 0\t:invoke\t:add\t5
                        INFO  jepsen.util - 0\t:ok\t:add\t5
                        INFO  jepsen.util - 0\t:invoke\t:add\t5
                        """);
        Judgement judgement = judge("jepsen-log", "set", file);
        assertThat(judgement.word()).isEqualTo("undecided");
        assertThat(judgement.reason()).startsWith("5 is added twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    0 :invoke :write 1!0 :ok :write 2     | 2: process 0 had begun another write in line 1, not of 2
                    0 :invoke :write [1 2                 | 1: “[” is not closed
                    0 :invoke :write 1 2                  | 1: expected one value, found 1 2
                    0 :invoke :write                      | 1: expected one value, found
                    0 :invoke :read nil!0 :ok :read "1    | 2: a text is not closed
                    0 :invoke :cas [1 2 3]                | 1: this model has no :cas of [1 2 3]
                    0 :invoke :cas {1 2}                  | 1: this model has no :cas of {1 2}
                    0 :invoked :read nil                  | 1: not a line of a Jepsen log
                    :nemesis :info :start nil             | 2: the file ends without any operation
                    """)
    void aLineThatMakesNoSenseIsNamed(String events, String fault) throws IOException {
        String log = "INFO  jepsen.util - " + events.replace("!", "\nINFO  jepsen.util - ");
        Path file = Files.writeString(folder.resolve("log"), log);
        assertThatThrownBy(() -> judge("jepsen-log", "cas-register", file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ":" + fault);
    }

    @Test
    void aLineOfAnotherLoggerThatLooksLikeAnEventIsDamaged() {
        assertThatThrownBy(() -> log(STALE.replaceFirst("jepsen.util", "jepsen.utl")))
                .hasMessageContaining("log:1: not a line of a Jepsen log");
        assertThatThrownBy(() -> log("")).hasMessageContaining("log:1: the file ends without any");
    }

    @Test
    void bytesThatAreNoTextAreNamedWithTheirLine() throws IOException {
        byte[] bytes = STALE.getBytes(StandardCharsets.UTF_8);
        bytes[STALE.indexOf("2")] = (byte) 0xff;
        Path file = Files.write(folder.resolve("log"), bytes);
        assertThatThrownBy(() -> judge("jepsen-log", "cas-register", file))
                .hasMessage(file + ":3: this is not a text in UTF-8");
    }

    @Test
    void entriesOfAMapMayStandInAnyOrderAmongOthers() throws IOException {
        String texts =
                """
                {:index 0 :time 12 :type :invoke :process 0 :f :append :value "a\\nb" :key "k"}
                #jepsen.history.Op{:index 1, :type :ok, :f :append, :process 0, :key "k"}
                {:process :nemesis, :type :info, :f :kill, :value ["n1" "n2"]}
                {:process 1, :type :invoke, :f :put, :key "k", :value "c"} ; lost
                {:process 1, :type :info, :f :put, :key "k", :value "c", :error :timeout}
                {:process 1, :type :invoke, :f :get, :key "k", :value nil}
                {:process 1, :type :fail, :f :get, :key "k", :value nil}
                {:process 2, :type :invoke, :f :get, :key "k"}
                """;
        assertThat(texts(texts + "{:process 2, :type :ok, :f :get, :key \"k\", :value \"a\\nb\"}"))
                .isEqualTo("holds");
        assertThat(texts(texts + "{:process 2, :type :ok, :f :get, :key \"k\", :value \"c\"}"))
                .isEqualTo("holds");
        assertThat(texts(texts + "{:process 2, :type :ok, :f :get, :key \"k\", :value \"\"}"))
                .isEqualTo("contradicted");
    }

    @Test
    void textsMayBeLong() throws IOException {
        String text = "x".repeat(1_000_000);
        String entries = ", :key \"k\", :value \"" + text + "\"}\n";
        assertThat(
                        texts(
                                "{:process 0, :type :invoke, :f :put"
                                        + entries
                                        + "{:process 0, :type :ok, :f :put"
                                        + entries
                                        + "{:process 0, :type :invoke, :f :get, :key \"k\"}\n"
                                        + "{:process 0, :type :ok, :f :get"
                                        + entries))
                .isEqualTo("holds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    :type :invoke, :f :dance, :key "k", :value "v" | a key-value store has no :dance: allowed are
                    :type :invoke, :f :put, :key "k", :value 5     | a put needs a text
                    :type :invoke, :f :append, :key "k"            | an append needs a text
                    :type :begin, :f :put, :key "k", :value "v"    | :type is not :begin: allowed are
                    :type :ok, :f :get, :key "k", :value "v"       | process 0 had begun nothing
                    :type :invoke, :f :put, :value "v"             | :key is missing
                    :type :invoke, :f :put, :key                   | not one map of entries
                    :type :invoke, :type :ok                       | :type is there twice
                    """)
    void anEntryThatMakesNoSenseIsNamed(String entries, String fault) throws IOException {
        Path file = Files.writeString(folder.resolve("kv"), "{:process 0, " + entries + "}\n");
        assertThatThrownBy(() -> judge("kv-edn", "kv", file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ":1: " + fault);
    }

    @Test
    void anAnswerMustFitWhatWasAsked() {
        String get = "{:process 0, :type :invoke, :f :get, :key \"k\"}\n";
        assertThatThrownBy(() -> texts(get + "{:process 0, :type :ok, :f :get, :key \"k\"}"))
                .hasMessageEndingWith(":2: a get that is ok has a text");
        String put = "{:process 0, :type :invoke, :f :put, :key \"k\", :value \"a\"}\n";
        assertThatThrownBy(() -> texts(put + put.replace("invoke", "ok").replace("\"a", "\"b")))
                .hasMessageEndingWith(":2: the invocation in line 1 had another text");
        assertThatThrownBy(() -> texts(put + put.replace("invoke", "ok").replace("\"k", "\"l")))
                .hasMessageContaining(":2: process 0 had begun");
    }

    private Judgement log(String text) throws IOException {
        return judge("jepsen-log", "cas-register", Files.writeString(folder.resolve("log"), text));
    }

    private String texts(String text) throws IOException {
        return judge("kv-edn", "kv", Files.writeString(folder.resolve("kv"), text)).word();
    }

    private static Judgement judge(String format, String model, Path file) throws IOException {
        return Judge.of(format, model, null, Register.BUDGET, Duration.ZERO).judge(file);
    }
}
