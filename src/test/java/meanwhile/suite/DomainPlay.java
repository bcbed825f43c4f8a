package meanwhile.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A target of a domain of its own, and one example of a feature about it.
 *
 * @param folder for the profile, the feature and the reports
 * @param out what the commands print
 */
record DomainPlay(Path folder, Captured out) {
    /** Plays these steps; returns the exit code. */
    int run(String profile, String steps) throws IOException {
        return out.run(
                "run",
                "--target",
                target(profile),
                "--features",
                features(steps),
                "--reports",
                reports().toString());
    }

    /** Checks the target for these steps; returns the exit code. */
    int check(String profile, String steps) throws IOException {
        return out.run("target", "check", target(profile), "--features", features(steps));
    }

    Path reports() {
        return folder.resolve("reports");
    }

    String target(String profile) throws IOException {
        return Files.writeString(folder.resolve("desk.yaml"), profile).toString();
    }

    private String features(String steps) throws IOException {
        Path features = Files.createDirectories(folder.resolve("features"));
        Files.writeString(
                features.resolve("desks.feature"),
                "Feature: Desks\n  Rule: Good\n    Why.\n\n    Example: One\n" + steps.indent(6));
        return features.toString();
    }
}
