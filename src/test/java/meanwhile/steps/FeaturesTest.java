package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.FeatureText.Example;
import meanwhile.report.data.SpecificationText;
import meanwhile.target.Profiles;
import org.junit.jupiter.api.Test;

/** Checks the features themselves: a lint, without any server. */
class FeaturesTest {
    private static final Path FEATURES = Path.of("features");
    private static final Path EXAMPLES = Path.of("src/examples");
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "\\b(https?|json|thread|token|cache|row|millisecond|endpoint|request|response|server|status"
                        + " code|database|[45]\\d\\d)\\b",
                    Pattern.CASE_INSENSITIVE);

    private final List<FeatureText> features = features(FEATURES);

    @Test
    void thereAreFeatures() {
        assertThat(features).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void everyStepAndEveryCellIsAPhrase() throws IOException {
        assertThat(proofread().faults()).isEmpty();
        for (Proofreader examples : proofreadExamples()) {
            assertThat(examples.faults()).isEmpty();
        }
    }

    @Test
    void noPhraseIsUnused() throws IOException {
        Proofreader proofreader = proofread();
        Set<String> unused = new TreeSet<>(proofreader.known());
        unused.removeAll(proofreader.used());
        proofreadExamples().forEach(examples -> unused.removeAll(examples.used()));
        // What explore writes for two targets, and no reader needs.
        unused.remove("when all is quiet again everything is looked at");
        assertThat(unused).isEmpty();
    }

    @Test
    void everyExampleBelongsToOneClauseOfTheSpecification() throws IOException {
        Set<String> clauses = new HashSet<>(clauses());
        Pattern form = form(clauses);
        for (Example example : examples()) {
            List<String> ids =
                    example.tags().stream().filter(tag -> form.matcher(tag).matches()).toList();
            assertThat(ids).as(example.name()).hasSize(1);
            assertThat(clauses).as(example.name()).containsAll(ids);
        }
    }

    @Test
    void everyClauseOfTheSpecificationHasAnIdOfItsOwn() throws IOException {
        assertThat(clauses()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyRuleSaysWhyItMatters() {
        for (Example example : examples()) {
            assertThat(example.rule().title()).as(example.name()).isNotBlank();
            assertThat(example.rule().reason()).as(example.rule().title()).isNotBlank();
        }
    }

    @Test
    void titlesAreUnique() {
        for (FeatureText feature : features) {
            assertThat(feature.examples().stream().map(Example::name)).doesNotHaveDuplicates();
        }
        assertThat(features.stream().map(FeatureText::title)).doesNotHaveDuplicates();
        Set<String> rules = new HashSet<>();
        examples().forEach(example -> rules.add(example.rule().title()));
        assertThat(rules).isNotEmpty();
    }

    @Test
    void anExampleHasThreeToSevenSteps() {
        for (Example example : examples()) {
            assertThat(example.steps()).as(example.name()).hasSizeBetween(3, 7);
        }
    }

    @Test
    void theQuestionsOfAnExampleComeLast() {
        for (Example example : examples()) {
            List<String> keywords = keywords(example);
            int first = keywords.indexOf("Then");
            assertThat(first).as("%s asks nothing", example.name()).isNotNegative();
            assertThat(keywords.subList(first, keywords.size()))
                    .as(example.name())
                    .containsOnly("Then");
        }
    }

    @Test
    void theNumberOfRoundsComesFirst() {
        for (Example example : examples()) {
            assertThat(example.steps().stream().filter(step -> step.line() > example.line() + 1))
                    .as(example.name())
                    .noneMatch(step -> step.words().matches("\\d+ rounds"));
        }
    }

    @Test
    void witnessesSayWhatWasSeenAndComeLast() {
        ThenPhrases thens = new ThenPhrases(Wording.of(Domain.NONE));
        for (Example example : examples()) {
            int first = keywords(example).indexOf("Then");
            List<String> questions =
                    example.steps().stream().skip(first).map(FeatureText.Step::words).toList();
            for (String question : questions) {
                assertThat(question.startsWith("it was seen that "))
                        .as(question)
                        .isNotEqualTo(thens.canAccuse(question));
            }
            assertThat(questions.stream().map(thens::canAccuse).toList())
                    .as(example.name())
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void nothingIsSaidInTheLanguageOfMachines() throws IOException {
        for (Path file : files(FEATURES)) {
            for (String line : Files.readAllLines(file)) {
                assertThat(FORBIDDEN.matcher(line).find()).as(file + ": " + line).isFalse();
            }
        }
    }

    private Proofreader proofread() {
        return proofread(features, Domain.NONE);
    }

    private static Proofreader proofread(List<FeatureText> features, Domain domain) {
        Proofreader proofreader = new Proofreader(Wording.of(domain));
        for (FeatureText feature : features) {
            for (Example example : feature.examples()) {
                for (FeatureText.Step step : example.steps()) {
                    proofreader.read(feature.path(), step.line(), step.words(), step.rows());
                }
            }
        }
        domain.laws().forEach(proofreader::read);
        return proofreader;
    }

    /** An example itself, or each of its services, whose profiles are beside each other. */
    private static List<Path> parts(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("features"))) {
            return List.of(folder);
        }
        try (Stream<Path> features = Files.list(folder.resolve("features"))) {
            List<Path> services = features.filter(Files::isDirectory).sorted().toList();
            return services.isEmpty() ? List.of(folder) : services;
        }
    }

    /**
     * The features of each folder of examples, with the domain of its profile if it has one. A
     * folder that is a project of its own has step definitions of its own.
     */
    private static List<Proofreader> proofreadExamples() throws IOException {
        List<Proofreader> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            for (Path folder : folders.filter(FeaturesTest::isOfFeatures).toList()) {
                for (Path part : parts(folder)) {
                    Path profile = folder.resolve(part.getFileName() + ".yaml");
                    Domain domain =
                            Files.exists(profile)
                                    ? new Profiles().find(profile.toString()).declared().domain()
                                    : Domain.NONE;
                    all.add(proofread(features(part), domain));
                }
            }
        }
        return all;
    }

    private static boolean isOfFeatures(Path folder) {
        return Files.isDirectory(folder) && !Files.exists(folder.resolve("pom.xml"));
    }

    private List<Example> examples() {
        return features.stream().flatMap(feature -> feature.examples().stream()).toList();
    }

    /** Given, When or Then for each step; And and But repeat the keyword before them. */
    private static List<String> keywords(Example example) {
        List<String> keywords = new ArrayList<>();
        for (FeatureText.Step step : example.steps()) {
            String keyword = step.keyword().strip();
            keywords.add(Set.of("And", "But").contains(keyword) ? keywords.getLast() : keyword);
        }
        return keywords;
    }

    /** Matches everything that looks like a clause's id, even if no clause has it. */
    private static Pattern form(Set<String> ids) {
        return Pattern.compile(
                ids.stream()
                        .map(id -> id.replace(".", "\\.").replaceAll("\\d", "\\\\d"))
                        .distinct()
                        .collect(Collectors.joining("|")));
    }

    private static List<String> clauses() throws IOException {
        return SpecificationText.parse(Files.readString(FEATURES.resolve("specification.md")))
                .clauses()
                .stream()
                .map(SpecificationText.Clause::id)
                .toList();
    }

    private static List<FeatureText> features(Path folder) {
        List<FeatureText> features = new ArrayList<>();
        try {
            for (Path file : files(folder)) {
                features.add(
                        Objects.requireNonNull(
                                FeatureText.parse(file.toString(), Files.readString(file))));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return features;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
        }
    }
}
