package meanwhile.suite.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meanwhile.ExampleServer;
import meanwhile.actors.Effort;
import meanwhile.actors.RunContext;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/**
 * An example of {@code src/examples} whose server has just started.
 *
 * @param features those that belong to it
 * @param profile with the port of the server
 * @param folder for the reports
 */
record ExamplePlay(ExampleServer server, Path features, Path profile, Path folder)
        implements AutoCloseable {
    private static final Path EXAMPLES = Path.of("src/examples");
    private static final Console SILENT =
            Console.log(
                    new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));

    /**
     * Starts a server.
     *
     * @param example whose profile and features are played
     * @param of the example whose server it is
     * @param health what answers 200 when the server is up
     * @param ports what the profile says instead of these texts
     * @param form further arguments of the server's script
     */
    static ExamplePlay start(
            Path folder,
            String example,
            String of,
            String health,
            String port,
            Map<String, String> ports,
            String... form)
            throws IOException {
        ExampleServer server = ExampleServer.start(of, health, form);
        Path home = EXAMPLES.resolve(example);
        String profile =
                Files.readString(home.resolve(example + ".yaml"))
                        .replace(port + "\"", server.port() + "\"");
        for (Map.Entry<String, String> other : ports.entrySet()) {
            profile = profile.replace(other.getKey(), other.getValue());
        }
        return new ExamplePlay(
                server,
                home.resolve("features"),
                Files.writeString(
                        folder.resolve("%s-%d.yaml".formatted(example, server.port())), profile),
                folder);
    }

    Report play(long seed) {
        return play(RunContext.Manner.AT_ONCE, seed, "at-once-" + seed);
    }

    Report play(RunContext.Manner manner, long seed, String name) {
        return play(features, null, manner, seed, name);
    }

    Report play(
            Path features,
            @Nullable Path specification,
            RunContext.Manner manner,
            long seed,
            String name) {
        return play(features, specification, manner, seed, name, Effort.NORMAL);
    }

    /** Plays its features with more rounds, or fewer. */
    Report play(Effort effort, long seed) {
        return play(features, null, RunContext.Manner.AT_ONCE, seed, effort + "-" + seed, effort);
    }

    private Report play(
            Path features,
            @Nullable Path specification,
            RunContext.Manner manner,
            long seed,
            String name,
            Effort effort) {
        return Player.play(
                new RunOptions(
                        profile.toString(),
                        features,
                        specification,
                        List.of(),
                        "",
                        seed,
                        folder.resolve(name),
                        List.of(),
                        manner,
                        null,
                        null,
                        false,
                        false,
                        null,
                        RunOptions.LONG,
                        effort),
                SILENT);
    }

    @Override
    public void close() {
        server.close();
    }
}
