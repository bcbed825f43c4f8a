/**
 * Classes that Cucumber finds besides the step definitions: here the composition root provides the
 * steps with their services.
 */
@NullMarked
package meanwhile.suite.glue;

import org.jspecify.annotations.NullMarked;
