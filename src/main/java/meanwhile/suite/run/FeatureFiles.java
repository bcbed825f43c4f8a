package meanwhile.suite.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meanwhile.check.contract.ContractText;
import meanwhile.report.data.FeatureText;
import meanwhile.report.data.SpecificationText;
import meanwhile.steps.Proofreader;
import meanwhile.steps.Wording;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;

/** The features of a run: the built-in ones, or those of a folder. */
public final class FeatureFiles {
    private static final String SHIPPED = "/features/specification.md";

    private final List<FeatureText> features;
    private final List<String> warnings;
    private final ContractText contract;

    private FeatureFiles(Map<String, String> texts) {
        List<FeatureText> read = new ArrayList<>();
        texts.forEach(
                (path, text) -> {
                    try {
                        FeatureText feature = FeatureText.parse(path, text);
                        if (feature != null) {
                            read.add(feature);
                        }
                    } catch (IllegalArgumentException malformed) {
                        throw new SetUpException(String.valueOf(malformed.getMessage()));
                    }
                });
        features = List.copyOf(read);
        contract = ContractFiles.stated(texts);
        warnings =
                texts.entrySet().stream()
                        .flatMap(one -> KeywordTypos.in(one.getKey(), one.getValue()).stream())
                        .toList();
    }

    /**
     * Reads the features in a folder; null for the built-in ones.
     *
     * @throws SetUpException if there is no such folder, no feature in it, or one that is malformed
     */
    public static FeatureFiles in(@Nullable Path folder) {
        if (folder == null) {
            return withShipped(root -> new FeatureFiles(read(root)));
        }
        if (!Files.isDirectory(folder)) {
            throw new SetUpException("--features: there is no folder " + folder);
        }
        FeatureFiles files = new FeatureFiles(read(folder));
        if (files.features.isEmpty()) {
            throw new SetUpException("--features: there is no *.feature file in " + folder);
        }
        return files;
    }

    /** The built-in specification. */
    public static SpecificationText specification() {
        return withShipped(
                root ->
                        SpecificationText.parse(
                                Files.readString(root.resolve("specification.md"))));
    }

    public List<FeatureText> features() {
        return features;
    }

    /** The contract that stands in them; possibly none. */
    ContractText contract() {
        return contract;
    }

    /** What may be a mistake in the features, a sentence each. */
    List<String> warnings() {
        return warnings;
    }

    /** The number of examples in them. */
    int examples() {
        return features.stream().mapToInt(feature -> feature.examples().size()).sum();
    }

    /**
     * Requires that every step and every cell of every table is a known phrase.
     *
     * @param wording what they may say
     * @throws SetUpException naming all unknown ones
     */
    public void proofread(Wording wording) {
        Proofreader proofreader = new Proofreader(wording);
        for (FeatureText feature : features) {
            for (FeatureText.Example example : feature.examples()) {
                for (FeatureText.Step step : example.steps()) {
                    proofreader.read(feature.path(), step.line(), step.words(), step.rows());
                }
            }
        }
        wording.domain().laws().forEach(proofreader::read);
        if (!proofreader.faults().isEmpty()) {
            throw new SetUpException(proofreader.faults());
        }
    }

    private static Map<String, String> read(Path root) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".feature")).toList()) {
                texts.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new SetUpException("features cannot be read: " + unreadable.getMessage());
        }
        return texts;
    }

    /** Reads from the features in the jar, or next to it during the build. */
    private interface Reading<T> {
        T from(Path root) throws IOException;
    }

    private static <T> T withShipped(Reading<T> reading) {
        URL place = FeatureFiles.class.getResource(SHIPPED);
        if (place == null) {
            throw new IllegalStateException("the suite was built without its features");
        }
        try {
            URI uri = place.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return reading.from(parent(Path.of(uri)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return reading.from(parent(jar.getPath(SHIPPED)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException(file + " has no folder");
        }
        return parent;
    }
}
