package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.report.data.SpecificationText;
import meanwhile.steps.Wording;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;

/** Finds the specification that is in force in a run. */
final class SpecificationFile {
    private static final SpecificationText NONE = new SpecificationText(List.of());

    private SpecificationFile() {}

    /**
     * A team's own specification if there is one, else the gallery's. Where the target declares a
     * domain and no feature carries a clause of the gallery, none is: its rules stand for
     * themselves.
     *
     * @throws SetUpException if the file cannot be read, or says nothing
     */
    static SpecificationText inForce(RunOptions options, Wording wording, FeatureFiles features) {
        Path file = options.specification();
        if (file != null) {
            return read(file);
        }
        SpecificationText shipped = FeatureFiles.specification();
        return wording.isOfGalleryAlone() || speaksOf(shipped, features) ? shipped : NONE;
    }

    private static boolean speaksOf(SpecificationText shipped, FeatureFiles features) {
        Set<String> clauses =
                shipped.clauses().stream()
                        .map(SpecificationText.Clause::id)
                        .collect(Collectors.toSet());
        return features.features().stream()
                .flatMap(feature -> feature.tags().stream())
                .anyMatch(tag -> clauses.contains(tag.name()));
    }

    private static SpecificationText read(Path file) {
        try {
            SpecificationText text = SpecificationText.parse(Files.readString(file));
            if (text.clauses().isEmpty()) {
                throw new SetUpException(
                        "--specification: %s has no clause; a clause is a line like “- **S1.1** What is promised.”"
                                .formatted(file));
            }
            requireDistinct(file, text);
            return text;
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "--specification: %s cannot be read: %s"
                            .formatted(file, FileErrors.words(unreadable)));
        }
    }

    private static void requireDistinct(Path file, SpecificationText text) {
        Set<String> ids = new HashSet<>();
        for (SpecificationText.Clause clause : text.clauses()) {
            if (!ids.add(clause.id())) {
                throw new SetUpException(
                        "--specification: %s has two clauses “%s”".formatted(file, clause.id()));
            }
        }
    }
}
