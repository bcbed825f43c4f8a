/**
 * Tries the suite itself
 *
 * <p>It may import  plants defects, decoys and mutants in the embedded gallery and counts what notices them.:{@code suite.run}, {@code suite.setup} and every room.
 */
@NullMarked
package meanwhile.suite.prove;

import org.jspecify.annotations.NullMarked;
