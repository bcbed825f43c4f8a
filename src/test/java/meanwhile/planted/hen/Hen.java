package meanwhile.planted.hen;

import meanwhile.planted.egg.Egg;

/** One half of a circle of classes and of packages, for the test of the rule against circles. */
public record Hen(Egg from) {}
