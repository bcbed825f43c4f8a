/**
 * HTTP behind the port: from operation to request, from answer to outcome, and the socket at which
 * requests are held back. The only room that knows HTTP.
 *
 * <p>It may import {@code language} and {@code target}.
 *
 * <p>Internal, but for {@link meanwhile.driver.Driver}, which is public API.
 */
@NullMarked
package meanwhile.driver;

import org.jspecify.annotations.NullMarked;
