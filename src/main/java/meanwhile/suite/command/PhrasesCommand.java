package meanwhile.suite.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import meanwhile.language.Domain;
import meanwhile.steps.DomainVocabulary;
import meanwhile.steps.DomainWords;
import meanwhile.steps.Proofreader;
import meanwhile.steps.Wording;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what the steps and table cells of features can say. */
@Command(
        name = "phrases",
        mixinStandardHelpOptions = true,
        description = "Lists the phrases that features can use, a line each.")
public final class PhrasesCommand implements Callable<Integer> {
    @Option(
            names = "--target",
            description =
                    "a target profile, by name or file, whose own domain can be spoken of; its"
                            + " words come first")
    private @Nullable String target;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "only phrases that contain all these words, e.g. vote")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        Domain domain = target == null ? Domain.NONE : OpenTarget.declared(target);
        List<String> fitting =
                Stream.concat(
                                new DomainWords(domain).phrases().stream(),
                                new Proofreader(Wording.of(domain)).known().stream())
                        .filter(phrase -> !domain.isEmpty() || !DomainWords.isGeneric(phrase))
                        .map(PhrasesCommand::spelledOut)
                        .filter(this::containsAll)
                        .toList();
        if (fitting.isEmpty()) {
            throw new SetUpException("no phrase contains " + String.join(" and ", words));
        }
        fitting.forEach(System.out::println);
        new DomainVocabulary(domain)
                .meanings().stream().filter(this::containsAll).forEach(System.out::println);
        return 0;
    }

    /** Parameters that stand for a few words are shown as these words. */
    private static String spelledOut(String phrase) {
        return phrase.replace("{comparison}", "exactly/at least/at most")
                .replace(
                        "{terms}", "plus/minus the ({part} of the) accepted {deeds} ({part} it), …")
                .replace("{bound}", "below/above");
    }

    private boolean containsAll(String phrase) {
        String text = phrase.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }
}
