/**
 * What Cucumber finds beside the step definitions: here the composition root hands the steps what
 * they work with.
 */
@NullMarked
package meanwhile.suite.glue;

import org.jspecify.annotations.NullMarked;
