package meanwhile.check;

/**
 * Something that must have been seen at least once for an example to mean anything: a vote that was
 * accepted, a list that was not empty. Nothing can be lost where nothing was ever done.
 *
 * @param what what was seen, or should have been: “cast vote” was accepted
 * @param rounds in how many rounds it was seen
 * @param played how many rounds were played
 * @param instead what was seen instead, with counts; empty if there was nothing else
 */
public record Premise(String what, int rounds, int played, String instead) {

    /** Whether it was seen in no round at all. */
    public boolean isMissing() {
        return rounds == 0;
    }

    /** Whether it was seen in some rounds only. */
    public boolean isPartial() {
        return rounds > 0 && rounds < played;
    }

    /** In how many rounds it was seen: "“cast vote” was accepted in 3 of 20 rounds". */
    public String describe() {
        return what
                + (isMissing() ? " in none of %d rounds".formatted(played) : "")
                + (isMissing() ? "" : " in %d of %d rounds".formatted(rounds, played))
                + (instead.isEmpty() ? "" : " (" + instead + ")");
    }
}
