package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import meanwhile.ExampleServer;
import meanwhile.actors.Effort;
import meanwhile.report.data.Report;
import meanwhile.trials.ExampleTrials;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The four services of {@code src/examples/contracts}, by their contracts. Needs Node. */
class ContractExamplesIT {
    private static final Path CONTRACTS = Path.of("src/examples/contracts");

    private static final String SOUND = "sound";

    @TempDir private Path folder;

    private static ExampleServer service(String name, String form) throws IOException {
        return form.equals(SOUND)
                ? ExampleServer.start("contracts", "/health", name)
                : ExampleServer.start("contracts", "/health", name, form);
    }

    /** Stands before a service, and loses one answer in fifty. */
    private static ExampleServer losing(ExampleServer service) throws IOException {
        return ExampleServer.start(
                "contracts", "/health", "proxy", "--to", "http://127.0.0.1:" + service.port());
    }

    private ExamplePlay play(String name, ExampleServer server) throws IOException {
        return new ExamplePlay(
                server,
                CONTRACTS.resolve("features").resolve(name),
                Files.writeString(
                        folder.resolve(name + ".yaml"),
                        Files.readString(CONTRACTS.resolve(name + ".yaml"))
                                .replaceAll(":810\\d\"", ":" + server.port() + "\"")
                                .replace(
                                        "contract: ",
                                        "contract: " + CONTRACTS.toAbsolutePath() + "/")),
                folder);
    }

    @ParameterizedTest
    @CsvSource({"bank", "slots", "jobs", "todos"})
    void theSoundServiceKeepsToItsContract(String name) throws Exception {
        try (ExamplePlay service = play(name, service(name, SOUND))) {
            ExampleTrials.play(
                    "contracts, " + name,
                    SOUND,
                    Map.of("*", "holds"),
                    seed -> ExampleTrials.rules(service.play(seed)));
        }
    }

    /** A fault is found by the rule that it breaks, and by no other. */
    @ParameterizedTest
    @CsvFileSource(resources = "/examples/contracts.csv", numLinesToSkip = 1)
    void theBrokenServiceIsContradicted(String name, String form, String rule, String others)
            throws Exception {
        try (ExamplePlay service = play(name, service(name, form))) {
            ExampleTrials.play(
                    "contracts, " + name,
                    form,
                    Map.of(rule, "contradicted", "*", others),
                    seed -> ExampleTrials.rules(service.play(seed)));
        }
    }

    /** What nobody was told may have happened or not: that accuses nobody. */
    @ParameterizedTest
    @CsvSource({"bank", "slots", "jobs", "todos"})
    void noLostAnswerIsAnAlarm(String name) throws Exception {
        try (ExampleServer sound = service(name, SOUND);
                ExamplePlay service = play(name, losing(sound))) {
            ExampleTrials.play(
                    "contracts, " + name,
                    "sound, answers lost",
                    Map.of("*", "no alarm"),
                    seed -> alarms(service.play(Effort.THOROUGH, seed)));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/examples/contracts.csv", numLinesToSkip = 1)
    void lostAnswersHideNoFault(String name, String form, String rule, String others)
            throws Exception {
        try (ExampleServer broken = service(name, form);
                ExamplePlay service = play(name, losing(broken))) {
            Map<String, String> right = new HashMap<>(Map.of(rule, "alarm", "*", "no alarm"));
            if (others.equals("contradicted")) {
                right.put("*", "alarm");
            }
            ExampleTrials.play(
                    "contracts, " + name,
                    form + ", answers lost",
                    right,
                    seed -> alarms(service.play(Effort.THOROUGH, seed)));
        }
    }

    /** Where a lost answer leaves a rule undecided, it is no alarm. */
    private static Map<String, String> alarms(Report report) {
        Map<String, String> alarms = new HashMap<>();
        ExampleTrials.rules(report)
                .forEach(
                        (rule, word) ->
                                alarms.put(
                                        rule, word.equals("contradicted") ? "alarm" : "no alarm"));
        return alarms;
    }
}
