/**
 * Classes that Cucumber finds besides the step definitions: here the composition root provides the
 * steps with their services.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.glue;

import org.jspecify.annotations.NullMarked;
