package meanwhile.suite.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import meanwhile.steps.ExampleScheduler;
import meanwhile.steps.Hooks;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Lets Cucumber play the selected examples only. Its own filters know tags and names, but no own
 * rule that is named by its titles.
 */
final class SelectedExamples implements PostDiscoveryFilter {
    private final @Nullable Path folder;
    private final Set<String> places;

    /**
     * @param folder the folder of the features; null for the built-in ones
     */
    SelectedExamples(@Nullable Path folder, ExampleSelection selection) {
        this.folder = folder;
        places =
                selection.examples().stream()
                        .map(ExampleScheduler.Announced::place)
                        .collect(Collectors.toSet());
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        return FilterResult.includedIf(
                !descriptor.isTest()
                        || places.contains(descriptor.getSource().map(this::place).orElse("")));
    }

    private String place(TestSource source) {
        return switch (source) {
            case FileSource file ->
                    place(
                            file.getUri(),
                            file.getPosition().orElseThrow(() -> unknown(source)).getLine());
            case ClasspathResourceSource shipped ->
                    place(
                            URI.create("classpath:" + shipped.getClasspathResourceName()),
                            shipped.getPosition().orElseThrow(() -> unknown(source)).getLine());
            default -> throw unknown(source);
        };
    }

    private String place(URI feature, int line) {
        return ExampleSelection.place(Hooks.relative(feature, folder), line);
    }

    private static IllegalStateException unknown(TestSource source) {
        return new IllegalStateException("the engine does not say where an example is: " + source);
    }
}
