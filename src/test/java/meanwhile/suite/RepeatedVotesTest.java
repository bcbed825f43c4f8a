package meanwhile.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests targets that differ in what a vote means that its member sends again. */
class RepeatedVotesTest {
    private static final String PROFILE =
            """
            name: likes
            doors: ["DOOR"]
            accounts: none
            capabilities: {votes: VOTES, pictures: kept}
            promises: {processing: 0 s, propagation: 0 s, totals: 100 ms}
            refusals: [{status: 404, means: gone}, {status: 409, means: duplicate}]
            operations:
              check-health: {request: GET /health, accepted: [200]}
              upload-image:
                {request: POST /images, json: {title: "{title}"}, accepted: [201], answer: {id: /id}}
              read-image:
                request: GET /images/{image}
                accepted: [200]
                answer: {id: /id, status: = ready, up: /likes, down: = 0}
              list-images: {request: GET /images, accepted: [200], answer: {items: "", id: /id}}
              delete-image: {request: "DELETE /images/{image}", accepted: [200]}
              cast-vote: {request: "POST /images/{image}/likes", form: {by: "{me}"}, accepted: [201], answer: {id: = like}}
            """;

    private static final String FEATURE =
            """
            Feature: Likes
              Background:
                Given Ana has uploaded "Tabby"

              @R1.2
              Rule: Likes are counted
                Example: A double tap
                  When at the same moment, 5 times over:
                    | Ben on his phone  | votes up on "Tabby" |
                    | Ben on his tablet | votes up on "Tabby" |
                    | Chloe             | votes up on "Tabby" |
                  Then every vote is accepted
                  And the count of "Tabby" is exactly its accepted votes

                Example: A show of hands
                  When at the same moment, 5 times over:
                    | Ben   | votes up on "Tabby" |
                    | Chloe | votes up on "Tabby" |
                  Then every vote is accepted
                  And the count of "Tabby" is exactly its accepted votes
            """;

    @TempDir private Path folder;

    /** A gallery that deals with a second like in one of four ways. */
    private static final class Likes {
        private final String meaning;
        private final AtomicInteger ids = new AtomicInteger();
        private final Map<String, Set<String>> likes = new ConcurrentHashMap<>();

        Likes(String meaning) {
            this.meaning = meaning;
        }

        synchronized Stub.Answer answer(Stub.Question asked) {
            String[] words = asked.line().split("[ /]+", -1);
            if (words[1].equals("health")) {
                return Stub.Answer.json(200, "{}");
            }
            if (words.length == 2 && words[0].equals("GET")) {
                return Stub.Answer.json(200, "[]");
            }
            if (words.length == 2) {
                String id = String.valueOf(ids.incrementAndGet());
                likes.put(id, new HashSet<>());
                return Stub.Answer.json(201, "{\"id\": %s}".formatted(id));
            }
            Set<String> of = likes.get(words[2]);
            if (of == null) {
                return Stub.Answer.text(404, "no such image");
            }
            return switch (words[0]) {
                case "GET" -> Stub.Answer.json(200, json(words[2], of));
                case "DELETE" -> {
                    likes.remove(words[2]);
                    yield Stub.Answer.json(200, "{}");
                }
                default -> like(of, asked.body());
            };
        }

        private Stub.Answer like(Set<String> of, String who) {
            if (!of.add(who)) {
                switch (meaning) {
                    case "toggles" -> of.remove(who);
                    case "each-counts" -> of.add(who + ids.incrementAndGet());
                    case "refused" -> {
                        return Stub.Answer.text(409, "you like it already");
                    }
                    default -> {}
                }
            }
            return Stub.Answer.json(201, "{}");
        }

        private static String json(String id, Set<String> of) {
            return "{\"id\": %s, \"likes\": %d}".formatted(id, of.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one-per-member, one-per-member, holds",
        "each-counts,    each-counts,    holds",
        "refused,        refused,        holds",
        "toggles,        toggles,        not offered",
        "toggles,        one-per-member, contradicted",
        "refused,        one-per-member, contradicted"
    })
    void aDoubleTapIsJudgedByWhatItMeans(String meaning, String said, String verdict)
            throws IOException {
        Files.writeString(folder.resolve("likes.feature"), FEATURE);
        try (Stub stub = new Stub(new Likes(meaning)::answer)) {
            Captured out = new Captured();
            out.run(
                    "run",
                    "--target",
                    profile(stub, said),
                    "--features",
                    folder.toString(),
                    "--reports",
                    folder.resolve("reports").toString());
            assertThat(out.text())
                    .containsPattern(verdict + " +R1.2 A double tap")
                    .containsPattern("holds +R1.2 A show of hands");
            if (verdict.equals("not offered")) {
                assertThat(out.text())
                        .contains("the target takes a vote back when its member sends it again");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one-per-member, toggles",
        "each-counts,    one-per-member",
        "refused,        one-per-member",
        "toggles,        one-per-member"
    })
    void aCheckFindsAWrongWord(String meaning, String said) throws IOException {
        try (Stub stub = new Stub(new Likes(meaning)::answer)) {
            Captured out = new Captured();
            assertThat(out.run("target", "check", profile(stub, said))).isEqualTo(3);
            assertThat(out.text())
                    .containsPattern(
                            "cast-vote +fails +sent again, it is “%s”, and the profile says “%s”; capabilities: \\{votes: %s\\}"
                                    .formatted(meaning, said, meaning));
        }
    }

    @ParameterizedTest
    @CsvSource({"one-per-member", "each-counts", "refused", "toggles"})
    void aCheckAcceptsTheRightWord(String meaning) throws IOException {
        try (Stub stub = new Stub(new Likes(meaning)::answer)) {
            Captured out = new Captured();
            assertThat(out.run("target", "check", profile(stub, meaning))).as(out.text()).isZero();
            assertThat(out.text()).containsPattern("cast-vote +works");
        }
    }

    private String profile(Stub stub, String votes) throws IOException {
        return Files.writeString(
                        folder.resolve("likes.yaml"),
                        PROFILE.replace("DOOR", stub.address()).replace("VOTES", votes))
                .toString();
    }
}
