package meanwhile.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import meanwhile.ExampleServer;
import meanwhile.report.data.Report;
import meanwhile.trials.ExampleTrials;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four services of {@code src/examples/contracts}, by their contracts. Needs Node. */
class ContractExamplesIT {
    private static final Path CONTRACTS = Path.of("src/examples/contracts");

    @TempDir private Path folder;

    private ExamplePlay service(String name, String... form) throws IOException {
        String[] words = new String[1 + form.length];
        words[0] = name;
        System.arraycopy(form, 0, words, 1, form.length);
        ExampleServer server = ExampleServer.start("contracts", "/health", words);
        return new ExamplePlay(
                server,
                CONTRACTS.resolve("features").resolve(name),
                Files.writeString(
                        folder.resolve(name + ".yaml"),
                        Files.readString(CONTRACTS.resolve(name + ".yaml"))
                                .replaceAll(":810\\d\"", ":" + server.port() + "\"")),
                folder);
    }

    @ParameterizedTest
    @CsvSource({"bank", "slots", "jobs", "todos"})
    void theSoundServiceKeepsToItsContract(String name) throws Exception {
        try (ExamplePlay service = service(name)) {
            ExampleTrials.play(
                    "contracts, " + name,
                    "sound",
                    Map.of("*", "holds"),
                    seed -> ExampleTrials.rules(service.play(seed)));
        }
    }

    /** A fault is found by the rule that it breaks, and by no other. */
    @ParameterizedTest
    @CsvSource({
        "bank, withdraws-by-an-old-balance, withdrawals, holds",
        "bank, locks-only-the-payer, transfers, holds",
        "bank, keeps-the-last-penny, withdrawals, contradicted",
        "slots, looks-before-its-turn, bookings, holds",
        "slots, cancels-by-an-old-look, cancellations, holds",
        "slots, cancels-for-others, cancellations, holds",
        "jobs, ends-what-is-cancelled, ends, holds",
        "jobs, hands-out-twice, fetching, holds",
        "jobs, hands-out-failures, fetching, holds",
        "todos, asks-for-the-key-too-early, additions, holds",
        "todos, forgets-the-key, additions, holds",
        "todos, counts-twice, completions, holds",
    })
    void theBrokenServiceIsContradicted(String name, String form, String rule, String others)
            throws Exception {
        try (ExamplePlay service = service(name, form)) {
            ExampleTrials.play(
                    "contracts, " + name,
                    form,
                    Map.of(rule, "contradicted", "*", others),
                    seed -> {
                        Report report = service.play(seed);
                        assertThat(report.rules()).hasSizeGreaterThan(1);
                        return ExampleTrials.rules(report);
                    });
        }
    }
}
