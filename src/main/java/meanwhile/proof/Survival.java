package meanwhile.proof;

/**
 * The known reason why a mutant survives.
 *
 * @param equivalent whether it has no observable effect
 * @param reason in words
 */
public record Survival(boolean equivalent, String reason) {}
