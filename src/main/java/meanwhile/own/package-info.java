/**
 * What a team's own steps in Java use: an actor with REST Assured's {@code given()}, and questions
 * about the rounds that were played. The room has no code that runs; the suite provides a {@link
 * meanwhile.own.Stage} to every step class whose constructor asks for one.
 *
 * <p>It may import {@code language}, {@code history} and {@code check}.
 *
 * <p>Public API: it changes only with a note in the changelog.
 */
@NullMarked
package meanwhile.own;

import org.jspecify.annotations.NullMarked;
