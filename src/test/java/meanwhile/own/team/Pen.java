package meanwhile.own.team;

import org.jspecify.annotations.Nullable;

/** What a team's step classes share in one example. */
public final class Pen {
    @Nullable String colour;
}
