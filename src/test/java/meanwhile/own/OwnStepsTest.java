package meanwhile.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A team's suite with steps of its own, played as a build would play it. */
class OwnStepsTest {
    private static final Path FOLDER = Path.of("target/own-steps");
    private static final String REPORTS = "meanwhile.reports";
    private static final String FEATURE =
            """
            Feature: Notes

              Rule: Own steps
                Example: lost
                  Given a note that is open
                  When at the same moment, 6 times over:
                    | Ana | rewrites it with "a" |
                    | Ben | rewrites it with "b" |
                  Then all is there

                Example: in turn
                  Given a note that is open
                  When Ana rewrites it with "a"
                  And Ben rewrites it with "b"
                  Then all is there

                Example: many
                  Given the pen is red
                  And a note that is open
                  When at the same moment, 3 times over:
                    | each of 4 members | appends a blue "x" |
                    | Ana on 2 devices  | appends a blue "x" |
                  Then all is there
                  And each line is "red/blue x"

                Example: a crowd
                  Given a note that is open
                  When 5 members arrive within 1 second and each appends a red "x"
                  Then all is there

                Example: asserted
                  Given a note that is closed
                  When at the same moment, 2 times over:
                    | Ana | surely appends "a"   |
                    | Ben | appends a red "b" |
                  Then all is there

                Example: broken
                  Given a note that is odd
                  When Ana surely appends "a"
                  Then each line is "b"

                Example: unprepared
                  Given a note that is impossible
                  When Ana rewrites it with "a"
                  Then all is there

                Example: never refused
                  Given a note that is open
                  When Ana rewrites it with "a"
                  Then all is there, though something was refused
            """;

    private static final Map<String, TestExecutionResult> RESULTS = new TreeMap<>();
    private static final Map<String, String> VERDICTS = new TreeMap<>();

    /** What the stub keeps: each note with its lines. */
    private static final Map<String, String> NOTES = new ConcurrentHashMap<>();

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable String before;

    @BeforeAll
    static void play() throws IOException {
        before = System.getProperty(REPORTS);
        System.setProperty(REPORTS, FOLDER.resolve("reports").toString());
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("notes.feature"), FEATURE);
        try (Stub notes = new Stub(OwnStepsTest::reply)) {
            Files.writeString(
                    FOLDER.resolve("notes.yaml"),
                    "name: notes\ndoors: [\"%s\"]\naccounts: none\noperations: {}\n"
                            .formatted(notes.address()));
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(TeamSuite.class))
                                    .build(),
                            new Results());
        }
        JsonNode report =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        FOLDER.resolve("reports").resolve("specification.json")));
        for (JsonNode rule : report.path("rules")) {
            for (JsonNode example : rule.path("examples")) {
                VERDICTS.put(example.path("name").asString(), example.path("verdict").asString());
            }
        }
    }

    @AfterAll
    static void restore() {
        if (before == null) {
            System.clearProperty(REPORTS);
        } else {
            System.setProperty(REPORTS, before);
        }
    }

    private static final class Results implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                String name = test.getDisplayName();
                RESULTS.put(name.substring(name.lastIndexOf(" - ") + 3), result);
            }
        }
    }

    private static Stub.Answer reply(Stub.Question question) {
        String[] line = question.line().split(" ", 2);
        String note = line[1].replace("/lines", "");
        return switch (line[0]) {
            case "POST" ->
                    line[1].equals("/notes") ? made(question.body()) : appended(note, question);
            case "PUT" -> {
                NOTES.put(note, question.body());
                yield Stub.Answer.json(204, "");
            }
            default -> Stub.Answer.text(200, NOTES.getOrDefault(note, ""));
        };
    }

    private static Stub.Answer made(String kind) {
        String note = "/notes/%s-%d".formatted(kind, MADE.incrementAndGet());
        NOTES.put(note, "");
        return Stub.Answer.json(kind.equals("impossible") ? 403 : 201, "{}").with("Location", note);
    }

    private static Stub.Answer appended(String note, Stub.Question question) {
        if (note.contains("odd")) {
            return Stub.Answer.json(500, "{}");
        }
        if (note.contains("closed")) {
            return Stub.Answer.json(423, "{}");
        }
        NOTES.merge(note, question.body() + "\n", String::concat);
        return Stub.Answer.json(204, "");
    }

    @Test
    void everyExampleHasItsVerdict() {
        assertThat(VERDICTS)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "lost", "contradicted",
                                "in turn", "holds",
                                "many", "holds",
                                "a crowd", "holds",
                                "asserted", "contradicted",
                                "broken", "undecided",
                                "unprepared", "undecided",
                                "never refused", "undecided"));
    }

    @Test
    void theBuildFailsWhereAnExampleDoesNotHold() {
        assertThat(RESULTS.keySet()).containsAll(VERDICTS.keySet());
        VERDICTS.forEach(
                (example, verdict) ->
                        assertThat(Objects.requireNonNull(RESULTS.get(example)).getStatus())
                                .as(example)
                                .isEqualTo(
                                        verdict.equals("holds")
                                                ? TestExecutionResult.Status.SUCCESSFUL
                                                : TestExecutionResult.Status.FAILED));
        assertThat(message("lost"))
                .contains("“all is there”: contradicted in round 1 of 6")
                .contains("[lines] Expected size: 2 but was: 1")
                .contains("rewrites it and is accepted");
        assertThat(message("asserted"))
                .contains("“Ana surely appends \"a\"”: contradicted")
                .contains("Expected status code <204> but was <423>");
        assertThat(message("never refused")).contains("something was refused");
    }

    private static String message(String example) {
        return Objects.requireNonNull(RESULTS.get(example))
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
