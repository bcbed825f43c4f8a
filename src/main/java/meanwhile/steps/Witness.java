package meanwhile.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a Then phrase that blames nothing: it asks whether the situation of the example occurred.
 * If it did not, the example is undecided. The phrase begins with “it was seen that” and stands
 * last in its example.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Witness {}
