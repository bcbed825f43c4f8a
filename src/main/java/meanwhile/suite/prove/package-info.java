/**
 * Tests the suite itself: plants defects, decoys and mutants in the embedded gallery and counts
 * which examples notice them.
 *
 * <p>It may import {@code suite.run}, {@code suite.setup} and every room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.prove;

import org.jspecify.annotations.NullMarked;
