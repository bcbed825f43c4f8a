package meanwhile.suite.glue;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.BackendProviderService;
import io.cucumber.core.backend.Container;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.Snippet;
import io.cucumber.cucumberexpressions.ParameterType;
import java.lang.reflect.Type;
import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import meanwhile.steps.DomainWords;
import meanwhile.suite.run.OpenRun;

/**
 * Tells Cucumber the words of the open run's domain. Java's annotations cannot: they are constants,
 * and a profile is read when the run begins. Cucumber finds this class as a service.
 */
public final class DomainBackend implements BackendProviderService {
    @Override
    public Backend create(Lookup lookup, Container container, Supplier<ClassLoader> loader) {
        return new Words();
    }

    private static final class Words implements Backend {
        @Override
        public void loadGlue(Glue glue, List<URI> packages) {
            new DomainWords(OpenRun.domain())
                    .all()
                    .forEach(word -> glue.addParameterType(new Definition(word)));
        }

        @Override
        public void buildWorld() {}

        @Override
        public void disposeWorld() {}

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
