package meanwhile.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import meanwhile.language.Capability;
import org.jspecify.annotations.Nullable;

/** What it means that a member sends a vote or a favourite again. */
public enum Repetition {
    /** It changes nothing. */
    ONE_PER_MEMBER(null, null),
    /** It counts once more. */
    EACH_COUNTS(Capability.ONE_VOTE_PER_MEMBER, Capability.ONE_FAVOURITE_PER_MEMBER),
    /** It is refused. No example asks for a second favourite to be accepted. */
    REFUSED(Capability.SECOND_VOTE_ACCEPTED, null),
    /** It takes the first back. */
    TOGGLES(Capability.REPEATED_VOTE_STANDS, Capability.REPEATED_FAVOURITE_STANDS);

    private final @Nullable Capability vote;
    private final @Nullable Capability favourite;

    Repetition(@Nullable Capability vote, @Nullable Capability favourite) {
        this.vote = vote;
        this.favourite = favourite;
    }

    /** What a target lacks whose votes are like this. */
    Set<Capability> lackingVotes() {
        return vote == null ? Set.of() : Set.of(vote);
    }

    /** What a target lacks whose favourites are like this. */
    Set<Capability> lackingFavourites() {
        return favourite == null ? Set.of() : Set.of(favourite);
    }

    /** What the profile says of votes. */
    public static Repetition ofVotes(Profile profile) {
        return said(profile, Repetition::lackingVotes);
    }

    /** What the profile says of favourites; that they are refused makes no difference. */
    public static Repetition ofFavourites(Profile profile) {
        return said(profile, Repetition::lackingFavourites);
    }

    private static Repetition said(Profile profile, Function<Repetition, Set<Capability>> lacking) {
        return Arrays.stream(values())
                .filter(one -> !lacking.apply(one).isEmpty())
                .filter(one -> profile.lacks().containsAll(lacking.apply(one)))
                .findFirst()
                .orElse(ONE_PER_MEMBER);
    }

    /** The word in profiles: "each-counts". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
