package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterType;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import meanwhile.language.Domain;
import meanwhile.steps.DomainWords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a profile contains, it is read or refused with one line that repeats no secret. */
class HostileProfilesTest {
    private static final int TRIES = Integer.getInteger("meanwhile.profiles", 4_000);
    private static final String MINIMAL =
            """
            name: mine
            operations:
              check-health: {request: GET /health, accepted: [200]}
            """;

    /** Names every field of a profile. */
    private static final String RICH =
            """
            name: mine
            title: Mine
            doors: ["http://a.example:8080/v1", "http://ana:u5er1nfo@b.example"]
            accounts: lent
            members: [{login: a, password-from-environment: KEY}, {login: b, password-from-file: %1$s}]
            administrator: {login: root, password-from-environment: KEY}
            session: {Authorization: "Bearer {token}", X-Me: "{me}"}
            headers: {X-Key: "{key}"}
            secrets: {key: {from-file: %1$s}}
            promises: {answer: 10 s, processing: 5 s, latency-factor: 2.5}
            limits: {members-at-once: 5, requests-per-second: 2, page-size: 100}
            capabilities: {votes: each-counts, favourites: one-per-member, pictures: kept}
            rate-headers: draft-10
            words: {status: {live: ready}}
            clean-up: {image: none, member: {request: "DELETE /m/{member}", headers: {X: "{key}"}, accepted: [204]}}
            refusals: [{status: 404, where: /code, says: "1", means: gone}, {matches: "a(b+)*c", means: other}]
            operations:
              read-image:
                first: [{request: "GET /x/{image}", accepted: [200], answer: {was: /a/b, other: text (x+)}}]
                request: POST /y/{was}
                query: {q: "{other}", n: "{image:number}"}
                json: {a: ["{was}", {b: 1}], c: 1.5, d: true, e: null, f: &f [1, 2], g: *f}
                accepted: [200, 201]
                answer: {id: /id, up: count /likes, title: header Title ^(.*)$, version: cookie v}
            """;

    /** Names every field of a declared domain. */
    private static final String DOMAIN =
            """
            name: mine
            doors: ["http://ana:u5er1nfo@b.example"]
            secrets: {key: {from-file: %1$s}}
            refusals: [{status: 409, where: /error, says: full, means: sold out}, {status: 404, means: gone}]
            domain:
              refusals: [sold out, not enough money]
              things:
                show: {request: POST /s, json: {name: "{name}", n: "{with:number}"}, accepted: [201], answer: {id: /id}}
                gallery:
                  plural: galleries
                  by: administrator
                  request: POST /g
                  headers: {X: "{key}"}
                  accepted: [201]
                  answer: {id: /id, key: "= {key}"}
                  clean-up: {request: "DELETE /g/{id}", headers: {X: "{key}"}, accepted: [204]}
              operations:
                book:
                  phrase: "books {seats: number} at {show} (for {sum: amount}), as {me too: name}"
                  noun: booking
                  plural: bookings
                  request: POST /s/{show}/b
                  json: {n: "{seats:number}", of: "{me-too}", key: "{key}"}
                  accepted: [201]
                  answer: {id: /id}
                  clean-up: {request: "DELETE /b/{id}", accepted: [204]}
                look: {phrase: "looks at {show}", request: "GET /s/{show}", accepted: [200], answer: {free-seats: /free, names: "/b[]/n"}}
                visit: {phrase: "looks at {gallery}", request: "GET /g/{gallery}", accepted: [200], answer: {free-seats: count /b}}
                greet: {phrase: "greets {person}: {words: text}, for {time span}", request: "POST /{person}", body: "{words}{time-span}", accepted: [200]}
              laws:
                - the free seats of every show are never below 0
            """;

    private static final List<String> SAID =
            List.of(
                    "{newThing}",
                    "{person} {deed}",
                    "{actor} votes",
                    "the {fact} and {list} of {things} and {kinds} are {start}, {part}, {deeds}",
                    "{deeds} are refused because {reason}");

    private static final List<String> VALUES =
            List.of(
                    "",
                    "~",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "1e999",
                    ".inf",
                    "!!int x",
                    "!!float y",
                    "!!binary z",
                    "!!set {a}",
                    "&a [*a]",
                    "*nobody",
                    "[",
                    "]",
                    "{",
                    "}",
                    "{a: b}",
                    "[a, b]",
                    "? [a]\n: b",
                    "<<: *f",
                    "'",
                    "\"",
                    "|",
                    ">",
                    "# x",
                    "---",
                    "...",
                    "%YAML 9.9",
                    "\"\\x00\\x1b[31m\\u202e\\n::error::x\"",
                    "\"(a+)+$\"",
                    "\"((a{999}){999}){999}\"",
                    "\"(?=a)\"",
                    "\"(a)\\\\1\"",
                    "http://ana:u5er1nfo@c.example:1",
                    "http://c.example:99999",
                    "http://[::1",
                    "GET /{image",
                    "GET /{nobody}",
                    "/dev/zero",
                    "/",
                    "a\u0000b",
                    "\ud83d\udc08",
                    "\u202e\u2028\u0007",
                    "{{{{",
                    "{up + 1}",
                    "=",
                    "= {key}",
                    "text (",
                    "header",
                    "page from 999999999999",
                    "500",
                    "99",
                    "9999999 s",
                    "from-file: /dev/zero");

    @TempDir Path folder;
    private Profiles profiles = new Profiles();
    private Path secret = Path.of("unset");

    @BeforeEach
    void write() throws IOException {
        secret = Files.writeString(folder.resolve("key"), "f1le-s3cret\n");
        profiles =
                Profiles.withEnvironment(Map.of("KEY", "env-s3cret", "CAT_API_KEY", "env-s3cret"));
    }

    private List<String> bases() throws IOException {
        List<String> bases = new ArrayList<>();
        bases.add(RICH.formatted(secret));
        bases.add(RICH.formatted(secret).replace("ana:u5er1nfo@", ""));
        bases.add(DOMAIN.formatted(secret));
        bases.add(DOMAIN.formatted(secret).replace("ana:u5er1nfo@", ""));
        bases.add(Files.readString(Path.of("src/examples/shop/shop.yaml")));
        for (String name : Profiles.shipped()) {
            try (InputStream in = getClass().getResourceAsStream("/targets/" + name + ".yaml")) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                bases.add(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return bases;
    }

    @Test
    void theProfilesAreGoodBeforeTheyAreMutated() throws IOException {
        assertThat(bases())
                .filteredOn(yaml -> !yaml.contains("u5er1nfo"))
                .hasSizeGreaterThan(3)
                .allSatisfy(yaml -> speak(profiles.read("mine.yaml", yaml).declared().domain()));
    }

    @Test
    void aMutatedProfileIsReadOrRefusedWithOneLine() throws IOException {
        List<String> bases = bases();
        Random random = new Random(27);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            String yaml = bases.get(random.nextInt(bases.size()));
            int mutations = 1 + random.nextInt(3);
            for (int m = 0; m < mutations; m++) {
                yaml = mutated(yaml, random);
            }
            try {
                speak(profiles.read("mine.yaml", yaml).declared().domain());
                read++;
            } catch (ProfileException bad) {
                refused++;
                requireOneLine(bad, yaml);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError crash) {
                throw new AssertionError("try %d:%n%s".formatted(i, yaml), crash);
            }
        }
        assertThat(read).isGreaterThan(TRIES / 50);
        assertThat(refused).isGreaterThan(TRIES / 4);
    }

    /** Whatever can be declared can be said. */
    private static void speak(Domain domain) {
        ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
        for (DomainWords.Word word : new DomainWords(domain).all()) {
            types.defineParameterType(
                    new ParameterType<>(
                            word.name(),
                            List.of(word.regex()),
                            Object.class,
                            (String text) -> word.reading().apply(text)));
        }
        ExpressionFactory phrases = new ExpressionFactory(types);
        for (String phrase : SAID) {
            phrases.createExpression(phrase).match("Ana looks at \"x\"");
        }
    }

    private static void requireOneLine(ProfileException bad, String yaml) {
        assertThat(bad.getMessage())
                .as(yaml)
                .startsWith("profile mine.yaml")
                .matches("[^\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+")
                .hasSizeLessThan(4_000)
                .doesNotContain("env-s3cret", "f1le-s3cret");
        if (yaml.contains(":u5er1nfo@")) {
            assertThat(bad.getMessage()).as(yaml).doesNotContain("u5er1nfo");
        }
    }

    private static String mutated(String yaml, Random random) {
        List<String> lines = new ArrayList<>(yaml.lines().toList());
        if (lines.isEmpty()) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        String value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
            case 3 -> lines.set(at, line.strip());
            case 4 ->
                    lines.set(
                            at,
                            line.replaceFirst(
                                    "(: ).*",
                                    "$1" + java.util.regex.Matcher.quoteReplacement(value)));
            case 5 -> lines.set(at, replacedToken(line, value, random));
            case 6 -> lines.set(at, inserted(line, value, random));
            case 7 ->
                    lines.set(
                            at,
                            inserted(line, Character.toString(random.nextInt(0x11_0000)), random));
            default -> lines.set(at, nested(line, 1 + random.nextInt(3_000), random));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Replaces a word by a value, or by another word of the line. */
    private static String replacedToken(String line, String value, Random random) {
        String[] words = line.split("(?<=[\\s,:\\[\\]{}\"])|(?=[\\s,:\\[\\]{}\"])");
        if (words.length == 0) {
            return value;
        }
        words[random.nextInt(words.length)] =
                random.nextBoolean() ? value : words[random.nextInt(words.length)];
        return String.join("", words);
    }

    private static String inserted(String line, String value, Random random) {
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at) + value + line.substring(at);
    }

    private static String nested(String line, int depth, Random random) {
        int colon = line.indexOf(": ");
        String name = colon < 0 ? "a: " : line.substring(0, colon + 2);
        return random.nextBoolean()
                ? name + "[".repeat(depth) + "]".repeat(depth)
                : name + "{a: ".repeat(depth) + "b" + "}".repeat(depth);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    doors: ["http://user:u5er1nfo@host"]    | line 4, doors: an address contains no login and no password
                    doors: ["http://user:u5er1nfo@ho st"]   | line 4, doors: “•••@ho st” does not fit
                    title: ["http://user:u5er1nfo@host"]    | line 4, title: “a list” does not fit
                    accounts: "http://user:u5er1nfo@host"   | line 4, accounts: “•••@host” does not fit
                    doors: ["http://host:99999"]            | line 4, doors: “http://host:99999” does not fit; allowed are ports from 1 to 65535
                    doors: ["//host"]                       | line 4, doors: “//host” does not fit
                    doors: ["http://host/?a=b"]             | line 4, doors: “http://host/?a=b” does not fit
                    secrets: {k: {from-file: /dev/zero}}    | line 4, secrets.k.from-file: the file /dev/zero cannot be read: it is longer than 65536 bytes
                    secrets: {k: {from-file: /nowhere/x}}   | line 4, secrets.k.from-file: the file /nowhere/x cannot be read: it does not exist
                    secrets: {k: {from-file: "\\0"}}        | line 4, secrets.k.from-file
                    clean-up: {image: delete-image}         | line 4, clean-up.image: the profile has no operation delete-image
                    clean-up: {member: delete-image}        | line 4, clean-up.member: “delete-image” does not fit; allowed are none
                    clean-up: {member: {request: "DELETE /{image}", accepted: [200]}} | line 4, clean-up.member.request: unknown placeholder {image} in clean-up member; known here are me, member, name, password, refresh-token, token
                    title: &a [*a]                          | line 4: the file is nested more than 50 levels deep
                    ? [a]                                   | line 4: “a list” does not fit; allowed are texts as names
                    refusals: [{matches: "(a)\\\\1", means: gone}] | is not a regular expression: invalid escape sequence
                    refusals: [{matches: "a(?=b)", means: gone}]   | back-references, look-around and possessive repetitions are not supported
                    refusals: [{matches: "((a{999}){999}){9}", means: gone}] | its repetitions multiply to too large an expression
                    """)
    void whatIsHostileIsNamedInOneLine(String line, String message) {
        assertThatThrownBy(() -> profiles.read("mine.yaml", MINIMAL + line + "\n"))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile mine.yaml, line 4")
                .hasMessageContaining(message)
                .hasMessageNotContaining("u5er1nfo")
                .hasMessageNotContaining("\n");
    }

    @Test
    void deepNestingIsRefusedWhereverItIs() {
        for (int depth : new int[] {51, 2_000, 100_000}) {
            assertThatThrownBy(() -> profiles.read("m", MINIMAL + "title: " + "[".repeat(depth)))
                    .isInstanceOf(ProfileException.class)
                    .hasMessage("profile m, line 4: the file is nested more than 50 levels deep");
        }
    }

    @Test
    void aliasesDoNotMultiply() {
        StringBuilder laughs = new StringBuilder("name: &l0 [ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 20; i++) {
            laughs.append("l%d: &l%d [%s]%n".formatted(i, i, "*l%d, ".formatted(i - 1).repeat(8)));
        }
        assertThatThrownBy(() -> profiles.read("mine.yaml", laughs.toString()))
                .isInstanceOf(ProfileException.class)
                .hasMessageEndingWith("the file has more than 50000 values");
    }

    @Test
    void anAliasWithinBoundsIsRead() {
        String yaml =
                MINIMAL.replace("[200]", "&good [200]")
                        + "  list-images: {request: GET /images, accepted: *good}\n";
        assertThat(profiles.read("mine.yaml", yaml).operations()).hasSize(2);
    }

    @Test
    void anExpressionTakesTimeThatIsLinearInTheText() {
        LinearPattern hostile = LinearPattern.of("(a+)+$");
        assertThat(hostile.isIn("a".repeat(40_000) + "!")).isFalse();
        assertThat(hostile.isIn("a".repeat(40_000))).isTrue();
    }
}
