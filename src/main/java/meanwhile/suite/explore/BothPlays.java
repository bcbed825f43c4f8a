package meanwhile.suite.explore;

import meanwhile.check.order.PlayResult;

/**
 * A succession, and what came of it on two targets.
 *
 * @param one on the first target
 * @param other on the second one
 */
record BothPlays(Succession succession, PlayResult one, PlayResult other) {}
