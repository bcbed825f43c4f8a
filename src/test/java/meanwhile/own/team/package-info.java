/** Steps as a team writes them, for {@code OwnStepsTest}. */
@NullMarked
package meanwhile.own.team;

import org.jspecify.annotations.NullMarked;
