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

    private static final List<String> SAID =
            List.of(
                    "{newThing}",
                    "{person} {deed}",
                    "{actor} votes",
                    "the {fact} and {list} of {things} and {kinds} are 1 {terms}, {deeds}",
                    "{deeds} are refused because {reason}",
                    "no {noun} is {done} by a {event}");

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
        bases.add(HostileYaml.RICH.formatted(secret));
        bases.add(HostileYaml.RICH.formatted(secret).replace("ana:u5er1nfo@", ""));
        bases.add(HostileYaml.DOMAIN.formatted(secret));
        bases.add(HostileYaml.DOMAIN.formatted(secret).replace("ana:u5er1nfo@", ""));
        bases.add(Files.readString(Path.of("src/examples/shop/shop.yaml")));
        bases.add(Files.readString(Path.of("src/examples/payments/payments.yaml")));
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
                yaml = HostileYaml.mutated(yaml, random);
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
