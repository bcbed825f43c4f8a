package meanwhile.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Then phrase that accuses nobody: it asks whether what the example is about was there to be
 * seen. Where it was not, the example is undecided. It begins with “it was seen that” and stands
 * last in its example.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Witness {}
