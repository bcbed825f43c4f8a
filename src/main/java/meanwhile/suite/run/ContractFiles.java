package meanwhile.suite.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meanwhile.check.contract.ContractReader;
import meanwhile.check.contract.ContractTable;
import meanwhile.check.contract.ContractText;
import meanwhile.language.Domain;
import meanwhile.report.data.BackgroundText;
import meanwhile.report.data.FeatureText;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/** The contract of a run: that of its features, and the one that the target's profile names. */
public final class ContractFiles {
    private ContractFiles() {}

    /** What these features state, by their paths. */
    static ContractText stated(Map<String, String> texts) {
        List<ContractText.Table> tables = new ArrayList<>();
        texts.forEach(
                (path, text) -> {
                    for (FeatureText.Step step : BackgroundText.of(path, text)) {
                        if (ContractText.isStatedBy(step.words())) {
                            tables.add(
                                    new ContractText.Table(
                                            path, step.line(), step.words(), step.rows()));
                        }
                    }
                });
        return new ContractText(tables);
    }

    /**
     * The contract that one feature states.
     *
     * @throws SetUpException if it cannot be read, or states none
     */
    public static ContractText in(Path feature) {
        try {
            ContractText text = stated(Map.of(feature.toString(), Files.readString(feature)));
            if (text.isEmpty()) {
                throw new SetUpException(
                        feature
                                + ": no background here states a contract: say “each … has at"
                                + " first:” and “one at a time this happens:”");
            }
            return text;
        } catch (IOException unreadable) {
            throw new SetUpException(
                    "the contract %s cannot be read: %s"
                            .formatted(feature, FileErrors.words(unreadable)));
        } catch (IllegalArgumentException malformed) {
            throw new SetUpException(String.valueOf(malformed.getMessage()));
        }
    }

    /**
     * Reads the contract of a run.
     *
     * @param stated by its features
     * @param folder the folder of the features; null for the built-in ones
     * @throws SetUpException naming all mistakes in it
     */
    static ContractTable read(ContractText stated, Domain domain, @Nullable Path folder) {
        if (domain.isEmpty()) {
            return read(stated, ContractReader.GALLERY);
        }
        ContractText text = stated;
        Path named = domain.contract();
        if (named != null && !(folder != null && isIn(folder, named))) {
            List<ContractText.Table> all = new ArrayList<>(text.tables());
            all.addAll(in(named).tables());
            text = new ContractText(all);
        }
        return read(text, domain);
    }

    /**
     * Reads a contract.
     *
     * @throws SetUpException naming all mistakes in it
     */
    public static ContractTable read(ContractText text, Domain domain) {
        ContractReader.Read read = ContractReader.read(text, domain);
        if (!read.faults().isEmpty()) {
            throw new SetUpException(read.faults());
        }
        return read.table();
    }

    private static boolean isIn(Path folder, Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
    }
}
