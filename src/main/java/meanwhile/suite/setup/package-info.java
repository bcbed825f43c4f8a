/**
 * What every command needs: exit codes, the exception for a broken set-up, and actions at the end
 * of the process.
 *
 * <p>It may import {@code report}.
 */
@NullMarked
package meanwhile.suite.setup;

import org.jspecify.annotations.NullMarked;
