package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meanwhile.faults.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same seed makes the same choices, whatever runs beside an example or is left out. */
class SameSeedIT {
    /** How often somebody looks in the end depends on what is seen. */
    private static final Set<String> LOOKS = Set.of("then", "audit");

    private static final Pattern RUN_NAME = Pattern.compile("\"name\":\"ana-([a-z]{6})-");

    @TempDir private Path folder;

    @Test
    void fourLanesChooseAsOneDoes() throws Exception {
        Map<String, List<String>> one = choices(run("one", 1, 7));
        Map<String, List<String>> four = choices(run("four", 4, 7));
        assertThat(one).hasSizeGreaterThan(100);
        assertThat(four).isEqualTo(one);
        System.out.printf(
                "%d sequences of an actor in a round, %d operations: the same with 1 lane and 4%n",
                one.size(), one.values().stream().mapToInt(List::size).sum());
    }

    @Test
    void anotherSeedChoosesOtherwise() throws Exception {
        assertThat(choices(run("seven", 4, 7))).isNotEqualTo(choices(run("eight", 4, 8)));
    }

    @Test
    void anExampleOfAReportIsPlayedAgain() throws Exception {
        Path before = folder.resolve("before");
        String defect = "lost-update-vote-counter";
        try (Program run = meanwhile(4, before, "--clause", "R1.2", "--defect", defect)) {
            assertThat(run.exit()).as(run.said()).isEqualTo(1);
            assertThat(run.said()).containsPattern("contradicted in \\d+ of \\d+ rounds");
            Matcher again =
                    Pattern.compile("to repeat it: java -jar \\S+ run --replay (\\S+)")
                            .matcher(run.said());
            assertThat(again.find()).as(run.said()).isTrue();
            Path history = Path.of(again.group(1));
            Path after = folder.resolve("after");
            try (Program replay =
                    meanwhile(4, after, "--replay", history.toString(), "--defect", defect)) {
                assertThat(replay.exit()).as(replay.said()).isEqualTo(1);
                assertThat(replay.said()).contains("Meanwhile: 1 examples against");
            }
            Path second = after.resolve("histories").resolve(history.getFileName());
            Map<String, List<String>> was = new TreeMap<>();
            Map<String, List<String>> is = new TreeMap<>();
            read(history, was);
            read(second, is);
            assertThat(is).isNotEmpty().isEqualTo(was);
        }
    }

    private Path run(String name, int lanes, int seed) throws Exception {
        Path reports = folder.resolve(name);
        try (Program run =
                meanwhile(
                        lanes,
                        reports,
                        "--features",
                        "src/test/resources/seed",
                        "--seed",
                        String.valueOf(seed))) {
            assertThat(run.exit()).as(run.said()).isZero();
        }
        return reports;
    }

    private static Program meanwhile(int lanes, Path reports, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--reports", reports.toString()));
        arguments.addAll(List.of(more));
        return Program.start(
                List.of("-Dmeanwhile.lanes=" + lanes), arguments.toArray(String[]::new));
    }

    private static Map<String, List<String>> choices(Path reports) throws IOException {
        Map<String, List<String>> choices = new TreeMap<>();
        try (Stream<Path> files = Files.list(reports.resolve("histories"))) {
            for (Path file : files.sorted().toList()) {
                read(file, choices);
            }
        }
        return choices;
    }

    /**
     * Reads what each actor did in each round, in order, with the feature's names for identifiers.
     * A call that waits for something counts once, however often it was made. A crowd serves
     * several examples, so which of them signs a member up depends on timing; so does which rounds
     * overlapped, and only the first attempt at each is read.
     */
    private static void read(Path file, Map<String, List<String>> choices) throws IOException {
        String text = Files.readString(file);
        Matcher run = RUN_NAME.matcher(text);
        assertThat(run.find()).as("%s tells the name of its run", file).isTrue();
        Map<JsonNode, List<JsonNode>> plays = new LinkedHashMap<>();
        List<JsonNode> calls = new ArrayList<>();
        for (String line : text.replace(run.group(1), "RUN").lines().toList()) {
            JsonNode json = JsonMapper.shared().readTree(line);
            if (json.has("play")) {
                calls = new ArrayList<>();
                plays.put(json.path("play"), calls);
            } else if (isChoice(json)) {
                calls.add(json);
            }
        }
        plays.forEach(
                (play, made) -> {
                    if (play.path("attempt").asInt() == 1) {
                        String place = file.getFileName() + ", round " + play.path("round");
                        tell(place, play, made, choices);
                    }
                });
    }

    private static void tell(
            String place, JsonNode play, List<JsonNode> calls, Map<String, List<String>> choices) {
        long first =
                calls.stream()
                        .filter(call -> call.path("planned").isNumber())
                        .mapToLong(call -> call.path("planned").asLong())
                        .min()
                        .orElse(0);
        for (JsonNode call : calls) {
            String planned =
                    call.path("planned").isNumber()
                            ? " at " + (call.path("planned").asLong() - first)
                            : "";
            String told = call.path("door") + " " + named(call.path("operation"), play) + planned;
            String actor = place + ", " + call.path("actor").asString();
            List<String> sequence = choices.computeIfAbsent(actor, _ -> new ArrayList<>());
            if (sequence.isEmpty() || !sequence.getLast().equals(told)) {
                sequence.add(told);
            }
        }
    }

    private static boolean isChoice(JsonNode call) {
        String operation = call.path("operation").path("type").asString("");
        boolean preparation = operation.equals("sign-up") || operation.equals("log-in");
        String member = call.path("member").asString("");
        boolean nameless = member.startsWith("member ") || member.equals("an onlooker");
        return call.has("call")
                && !LOOKS.contains(call.path("phase").asString())
                && !(preparation && nameless);
    }

    private static String named(JsonNode operation, JsonNode play) {
        String told = operation.toString();
        for (Map.Entry<String, JsonNode> name : play.path("names").properties()) {
            told = told.replace(name.getKey(), name.getValue().asString());
        }
        return told.replaceAll("\"[0-9a-f]{20}\"", "\"an identifier\"");
    }
}
