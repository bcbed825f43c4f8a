/**
 * What every command needs
 *
 * <p>It may import  exit codes, the exception for a broken set-up, and what is done when the process ends.:{@code report}.
 */
@NullMarked
package meanwhile.suite.setup;

import org.jspecify.annotations.NullMarked;
