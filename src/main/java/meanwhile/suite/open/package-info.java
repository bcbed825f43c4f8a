/**
 * Opens a target
 *
 * <p>It may import  finds its profile, starts the embedded gallery or reaches the one that runs elsewhere, and asks whether it lets members in.:{@code suite.setup} and every room but {@code steps}.
 */
@NullMarked
package meanwhile.suite.open;

import org.jspecify.annotations.NullMarked;
