package meanwhile.planted.egg;

import meanwhile.planted.hen.Hen;
import org.jspecify.annotations.Nullable;

/** The other half. */
public record Egg(@Nullable Hen by) {}
