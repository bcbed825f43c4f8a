package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meanwhile.faults.Program;
import meanwhile.language.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each question, asked where nothing happened that it speaks of, proves nothing. */
class EmptyQuestionsIT {
    private static final Map<String, String> WORDS =
            Map.of(
                    "{actor}", "Ana",
                    "{image}", "\"Tabby\"",
                    "{string}", "\"Tabby\"",
                    "{collection}", "\"Cats\"",
                    "{state}", "gone",
                    "{topicKind}", "category",
                    "{topic}", "\"Dogs\"",
                    "{int}", "2");

    /**
     * The questions that look for themselves and see something: Ana's image, which was uploaded
     * before, or the purge, which was served.
     */
    private static final Set<String> SEE_SOMETHING =
            Set.of(
                    "some order of the actions explains everything that was seen",
                    "everybody is answered in good time",
                    "everybody is served",
                    "when all is quiet again everything is looked at",
                    "when all is quiet again everything adds up",
                    "when all is quiet again everything adds up, whatever was refused",
                    "every refusal comes at once and says when to come back",
                    "every action has ended in good time",
                    "no action has ended in an error of the gallery itself",
                    "every look at \"Tabby\" shows a picture that was sent",
                    "Ana does an administrator's work only while being one",
                    "every accepted image of Ana is listed exactly once",
                    "every accepted image becomes ready in good time",
                    "every accepted image shows the picture that was sent",
                    "every ready image is found by its words and by its tag, and nothing else is",
                    "\"Tabby\" is found by everybody within the promised delay",
                    "\"Tabby\" is accepted",
                    "\"Tabby\" is among Ana's images exactly once",
                    "Ana's images are exactly the accepted uploads that were not deleted",
                    "Ana's account holds exactly the accepted images");

    private static final Pattern HELD = Pattern.compile("\\] holds +(?:\\S+ )?question (\\d+):");

    @TempDir private Path folder;

    /** Questions about a domain cannot be asked of a gallery; see {@link DomainDoubtsTest}. */
    @Test
    void noneHoldsAfterSomethingElse() throws Exception {
        List<String> questions =
                RowPhrases.of(Wording.of(Domain.NONE)).questions().sources().stream()
                        .filter(phrase -> !DomainWords.isGeneric(phrase))
                        .map(EmptyQuestionsIT::worded)
                        .toList();
        assertThat(questions).hasSizeGreaterThan(100).noneMatch(words -> words.contains("{"));
        Files.writeString(folder.resolve("questions.feature"), feature(questions));
        try (Program run =
                Program.start(
                        List.of(),
                        "run",
                        "--features",
                        folder.toString(),
                        "--reports",
                        folder.resolve("reports").toString())) {
            run.exit();
            Set<String> held = new TreeSet<>();
            Matcher lines = HELD.matcher(run.said());
            while (lines.find()) {
                held.add(questions.get(Integer.parseInt(lines.group(1))));
            }
            assertThat(held).as(run.said()).isNotEmpty().isSubsetOf(SEE_SOMETHING);
        }
    }

    private static String worded(String phrase) {
        String words = phrase.replaceAll("(\\w+)/\\w+", "$1").replace("(s)", "s");
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            words = words.replace(word.getKey(), word.getValue());
        }
        return words;
    }

    private static String feature(List<String> questions) {
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            examples.add(
                    """
                      Rule: rule %d
                        Example: question %d
                          When Mara has deleted images purged 1 times
                          Then %s
                    """
                            .formatted(i, i, questions.get(i)));
        }
        return """
        Feature: Questions after something else
          Background:
            Given Ana has uploaded "Tabby"
            And Ana has a collection "Cats"

        """
                + examples.stream().collect(Collectors.joining("\n"));
    }
}
