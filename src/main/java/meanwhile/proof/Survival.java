package meanwhile.proof;

/**
 * Why a mutant survives, as somebody found out.
 *
 * @param equivalent whether it changes nothing that anybody could notice
 * @param reason in words
 */
public record Survival(boolean equivalent, String reason) {}
