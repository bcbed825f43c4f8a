package meanwhile.suite.glue;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.core.resource.ClasspathScanner;
import io.cucumber.cucumberexpressions.ParameterType;
import java.lang.reflect.Type;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import meanwhile.steps.DomainWords;
import meanwhile.steps.StepObjects;
import meanwhile.steps.Wording;
import meanwhile.suite.run.OpenRun;

/**
 * Tells Cucumber the words of the open run's domain. Java's annotations cannot: they are constants,
 * and a profile is read when the run begins. Cucumber finds this class as a service.
 */
public final class DomainBackend implements BackendProviderService {
    @Override
    public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> loader) {
        return new Words(lookup, loader);
    }

    /**
     * Lends each example's objects to the rows of its tables as well.
     *
     * @param lookup the objects of the example that is being played
     */
    private record Words(Lookup lookup, Supplier<ClassLoader> loader) implements Backend {
        private static final Set<String> OURS = Set.of("meanwhile.steps", "meanwhile.suite.glue");

        @Override
        public void loadGlue(Glue glue, List<URI> packages) {
            OpenRun.begin(own(packages));
            new DomainWords(OpenRun.domain())
                    .all()
                    .forEach(word -> glue.addParameterType(new Definition(word)));
        }

        /** The classes of other packages that define steps. */
        private List<Class<?>> own(List<URI> packages) {
            ClasspathScanner scanner = new ClasspathScanner(loader);
            return packages.stream()
                    .map(uri -> uri.toString().replaceFirst("^classpath:/*", ""))
                    .map(path -> path.replace('/', '.'))
                    .filter(name -> !OURS.contains(name))
                    .<Class<?>>flatMap(name -> scanner.scanForClassesInPackage(name).stream())
                    .filter(Wording::isDefinedIn)
                    .distinct()
                    .toList();
        }

        @Override
        public void buildWorld() {
            StepObjects.begin(lookup::getInstance);
        }

        @Override
        public void disposeWorld() {
            StepObjects.end();
        }

        @Override
        public Snippet getSnippet() {
            return new NoSnippet();
        }
    }

    private record Definition(DomainWords.Word word) implements ParameterTypeDefinition {
        @Override
        public ParameterType<?> parameterType() {
            @SuppressWarnings("unchecked") // the word's own class
            Class<Object> kind = (Class<Object>) word.kind();
            return new ParameterType<>(
                    word.name(),
                    List.of(word.regex()),
                    kind,
                    (String text) -> word.reading().apply(text));
        }

        @Override
        public boolean isDefinedAt(StackTraceElement element) {
            return false;
        }

        @Override
        public String getLocation() {
            return "the target's profile";
        }
    }

    /** Unknown phrases are told before anything is played, with phrases that are near. */
    private static final class NoSnippet implements Snippet {
        @Override
        public MessageFormat template() {
            return new MessageFormat("");
        }

        @Override
        public String tableHint() {
            return "";
        }

        @Override
        public String arguments(Map<String, Type> arguments) {
            return "";
        }

        @Override
        public String escapePattern(String pattern) {
            return pattern;
        }
    }
}
