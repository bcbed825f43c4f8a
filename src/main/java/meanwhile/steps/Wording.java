package meanwhile.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import meanwhile.language.Domain;

/**
 * What features may say beside the phrases of the suite.
 *
 * @param domain the words that the target's profile declares
 * @param own a team's own classes with step definitions or types of parameters
 */
public record Wording(Domain domain, List<Class<?>> own) {
    private static final List<Class<? extends Annotation>> DEFINITIONS =
            List.of(
                    Given.class,
                    When.class,
                    Then.class,
                    Given.Givens.class,
                    When.Whens.class,
                    Then.Thens.class,
                    io.cucumber.java.ParameterType.class);

    public Wording {
        own = List.copyOf(own);
    }

    /** The words of a domain, and no steps of a team's own. */
    public static Wording of(Domain domain) {
        return new Wording(domain, List.of());
    }

    /** Whether a class defines steps or types of parameters. */
    public static boolean isDefinedIn(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(Wording::defines);
    }

    private static boolean defines(Method method) {
        return DEFINITIONS.stream().anyMatch(method::isAnnotationPresent);
    }

    /** Whether nothing but the gallery is spoken of. */
    public boolean isOfGalleryAlone() {
        return domain.isEmpty() && own.isEmpty();
    }
}
