/**
 * Opens a target: finds its profile, starts the embedded gallery or connects to one that runs
 * elsewhere, and checks that members can sign up.
 *
 * <p>It may import {@code suite.setup} and every room but {@code steps}.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.suite.open;

import org.jspecify.annotations.NullMarked;
