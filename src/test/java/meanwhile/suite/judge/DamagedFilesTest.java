package meanwhile.suite.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
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
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import meanwhile.model.Register;
import meanwhile.report.JudgePage;
import meanwhile.report.page.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damages files of every form at random: each must be judged, if it still has its form, or rejected
 * with its line; there is no other outcome. {@code -Dmeanwhile.files} sets the number of files of
 * each form, {@code -Dmeanwhile.seed} the first seed.
 */
class DamagedFilesTest {
    private static final int EACH = Integer.getInteger("meanwhile.files", 1_500);
    private static final long SEED = Long.getLong("meanwhile.seed", 1);
    private static final byte[] LIKELY =
            "\"{}[](),:;#\\\n\r\t\0 -.0129einf\u00e9".getBytes(StandardCharsets.UTF_8);
    private static final ImageId IMAGE = new ImageId("i-7");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "jepsen-log, cas-register",
        "jepsen-log, counter",
        "jepsen-log, set",
        "jepsen-log, list",
        "kv-edn, kv",
        "meanwhile, gallery",
        "meanwhile, answers"
    })
    void areJudgedOrNamedWithTheirLine(String format, String model) throws IOException {
        Path file = folder.resolve("history");
        byte[] whole = whole(format, model, file);
        Judge judge = Judge.of(format, model, null, Register.BUDGET, Duration.ofSeconds(1));
        Pattern named = Pattern.compile(Pattern.quote(file + ":") + "\\d+: \\S.*", Pattern.DOTALL);
        int judged = 0;
        int refused = 0;
        for (int i = 0; i < EACH; i++) {
            byte[] damaged = damaged(whole, new SplittableRandom(SEED + i));
            Files.write(file, damaged);
            try {
                assertSaid(judge.judge(file));
                judged++;
            } catch (IOException fault) {
                assertThat(fault.getMessage()).matches(named);
                refused++;
            } catch (RuntimeException | StackOverflowError crash) {
                String text = new String(damaged, StandardCharsets.UTF_8);
                throw new AssertionError("seed " + (SEED + i) + ": " + text, crash);
            }
        }
        System.out.printf(
                "%s as %s: %d damaged files judged, %d refused%n", format, model, judged, refused);
        assertThat(judged).as("files that still have their form").isPositive();
        assertThat(refused).as("files that do not").isGreaterThan(EACH / 10);
    }

    @Test
    void noneThatIsCutShortIsJudged() throws IOException {
        Path file = folder.resolve("history");
        byte[] whole = whole("meanwhile", "gallery", file);
        Judge judge = Judge.of("meanwhile", null, null, Register.BUDGET, Duration.ZERO);
        assertThat(judge.judge(file).word()).isEqualTo("contradicted");
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> judge.judge(file)))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ":");
        }
    }

    private static void assertSaid(Judgement judgement) throws IOException {
        assertThat(judgement.word()).isIn("holds", "contradicted", "undecided");
        Judgement.Story story = judgement.story();
        if (judgement.word().equals("contradicted")) {
            assertThat(story).isNotNull();
        }
        if (story != null) {
            assertThat(story.lines()).hasSizeGreaterThan(2);
            assertThat(JudgePage.of(List.of(judgement))).contains("</html>");
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(1, 12));
            byte[] instead = new byte[random.nextInt(4)];
            for (int j = 0; j < instead.length; j++) {
                instead[j] = LIKELY[random.nextInt(LIKELY.length)];
            }
            bytes =
                    switch (random.nextInt(5)) {
                        case 0 -> Arrays.copyOf(bytes, Math.max(1, from));
                        case 1 -> spliced(bytes, from, from + 1, instead);
                        case 2 -> spliced(bytes, from, to, instead);
                        case 3 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
                        default -> spliced(bytes, from, afterLine(bytes, from), instead);
                    };
        }
        return bytes;
    }

    private static int afterLine(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] made = new byte[Math.max(1, bytes.length - (to - from) + instead.length)];
        System.arraycopy(bytes, 0, made, 0, from);
        System.arraycopy(instead, 0, made, from, instead.length);
        System.arraycopy(bytes, to, made, from + instead.length, bytes.length - to);
        return made;
    }

    private static byte[] whole(String format, String model, Path file) throws IOException {
        switch (format) {
            case "meanwhile" ->
                    HistoryFile.write(
                            file, new HistoryHeader("t", "f.feature", "e", 1), List.of(play()));
            case "kv-edn" -> Files.writeString(file, texts());
            default -> Files.writeString(file, log(model));
        }
        return Files.readAllBytes(file);
    }

    private static String log(String model) {
        List<String> events =
                switch (model) {
                    case "counter" ->
                            List.of(
                                    "0 invoke add 1",
                                    "1 invoke add 1",
                                    "0 ok add 1",
                                    "2 invoke read nil",
                                    "2 ok read 1",
                                    "1 info add :timed-out",
                                    "3 invoke read nil",
                                    "3 ok read 2",
                                    "0 invoke add 1");
                    case "set", "list" ->
                            List.of(
                                    "0 invoke add 11",
                                    "1 invoke add 12",
                                    "0 ok add 11",
                                    "2 invoke read nil",
                                    "2 ok read [11]",
                                    "1 info add nil",
                                    "2 invoke read nil",
                                    "2 ok read [11 12]",
                                    "3 invoke add 13");
                    default ->
                            List.of(
                                    "0 invoke write 1",
                                    "0 ok write 1",
                                    "1 invoke cas [1 2]",
                                    "2 invoke read nil",
                                    "2 ok read 1",
                                    "1 fail cas [1 2]",
                                    "3 invoke write 3",
                                    "3 info write :timed-out",
                                    "2 invoke read nil",
                                    "2 ok read 3",
                                    "4 invoke read nil");
                };
        StringBuilder log = new StringBuilder();
        for (String event : events) {
            log.append(
                            event.replaceFirst(
                                    "(\\d) (\\w+) (\\w+) ", "INFO  jepsen.util - $1\t:$2\t:$3\t"))
                    .append('\n');
        }
        return log.toString();
    }

    private static String texts() {
        return """
        {:process 0, :type :invoke, :f :append, :key "4", :value "x 0 1 y"}
        {:process 1, :type :invoke, :f :get, :key "4", :value nil}
        {:process 0, :type :ok, :f :append, :key "4", :value "x 0 1 y"}
        {:process 1, :type :ok, :f :get, :key "4", :value "x 0 1 y"}
        {:process 0, :type :invoke, :f :put, :key "5", :value ""}
        {:process 0, :type :info, :f :put, :key "5", :value ""}
        {:process 2, :type :invoke, :f :get, :key "4", :value nil}
        {:process 2, :type :ok, :f :get, :key "4", :value "x 0 1 y"}
        """;
    }

    /** A read shows an image that was deleted before. */
    private static RecordedPlay play() {
        Operation upload =
                new Operation.UploadImage(ImageFile.of("t.png", "image/png", new byte[] {1}), "T");
        return new RecordedPlay(
                1,
                1,
                true,
                Map.of("i-7", "Tabby"),
                new History(
                        List.of(
                                call(0, upload, new Answer.UploadTaken(IMAGE)),
                                call(1, new Operation.ReadImage(IMAGE), seen(0)),
                                call(
                                        2,
                                        new Operation.CastVote(IMAGE, VoteValue.UP),
                                        new Answer.VoteTaken(new VoteId("v-1"))),
                                call(3, new Operation.ReadImage(IMAGE), seen(1)),
                                call(4, new Operation.DeleteImage(IMAGE), new Answer.Done()),
                                call(
                                        5,
                                        new Operation.ReadBytes(IMAGE),
                                        new Answer.BytesSeen("0123456789", 1)))));
    }

    private static Answer seen(long up) {
        return new Answer.ImageSeen(IMAGE, ImageStatus.READY, "Tabby", up, 0L, 1L);
    }

    private static Call call(int number, Operation operation, Answer answer) {
        long begun = 10_000_000_000L * number;
        return new Call(
                number,
                Phase.WHEN,
                new ActorName(number == 5 ? "Ben" : "Ana", null),
                0,
                false,
                operation,
                new Call.Times(begun, begun + 1, begun + 2, begun + 3),
                new Outcome.Accepted(200, answer));
    }
}
