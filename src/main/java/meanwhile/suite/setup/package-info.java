/**
 * What every command needs: exit codes, the exception for a broken set-up, and actions at the end
 * of the process.
 *
 * <p>It may import {@code report}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.setup;

import org.jspecify.annotations.NullMarked;
