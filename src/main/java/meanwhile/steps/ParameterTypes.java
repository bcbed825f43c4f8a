package meanwhile.steps;

import io.cucumber.java.ParameterType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import meanwhile.actors.PictureFactory;
import meanwhile.check.declared.Deeds;
import meanwhile.check.declared.Numbers;
import meanwhile.language.Allowance;
import meanwhile.language.Refusal;
import meanwhile.language.TopicKind;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;

/**
 * The parameter types of the phrases, but for those that depend on a domain; see {@link
 * DomainWords}.
 */
public final class ParameterTypes {

    /** A number that is said; null for the one with which a thing began. */
    public record Start(@Nullable BigDecimal number) {}

    /** An image, by its name in the feature. */
    public record ImageName(String value) {}

    /** A collection, by its name in the feature. */
    public record CollectionName(String value) {}

    /** A category or breed, by its name in the feature. */
    public record TopicName(String value) {}

    /** A name in quotes. */
    @ParameterType("\"([^\"]+)\"")
    public ImageName image(String name) {
        return new ImageName(name);
    }

    /** A collection's name in quotes. */
    @ParameterType("\"([^\"]+)\"")
    public CollectionName collection(String name) {
        return new CollectionName(name);
    }

    /** "category" or "breed". */
    @ParameterType("category|breed")
    public TopicKind topicKind(String word) {
        return word.equals("category") ? TopicKind.CATEGORY : TopicKind.BREED;
    }

    /** The name of a category or breed in quotes. */
    @ParameterType("\"([^\"]+)\"")
    public TopicName topic(String name) {
        return new TopicName(name);
    }

    /** "up" or "down". */
    @ParameterType("up|down")
    public VoteValue direction(String word) {
        return word.equals("up") ? VoteValue.UP : VoteValue.DOWN;
    }

    /** "5 images in any 2 seconds". */
    @ParameterType("(\\d+) images? in any (\\d+) seconds?")
    public Allowance allowance(String uploads, String seconds) {
        return new Allowance(
                Integer.parseInt(uploads), Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** "a damaged file", "a large picture": an upload other than a plain picture. */
    @ParameterType("a damaged file|a large picture")
    public PictureFactory.Kind kind(String words) {
        return words.equals("a damaged file")
                ? PictureFactory.Kind.DAMAGED
                : PictureFactory.Kind.LARGE;
    }

    /** "gone", "not ready": why a request about an image may be refused. */
    @ParameterType("gone|not ready")
    public Set<Refusal> state(String words) {
        return words.equals("gone")
                ? Set.of(Refusal.GONE, Refusal.NEVER_KNOWN)
                : Set.of(Refusal.NOT_READY);
    }

    /** "exactly", "at least", "at most". */
    @ParameterType("exactly|at least|at most")
    public Deeds.Comparison comparison(String words) {
        return Deeds.Comparison.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Any number but one, after which a noun stands in the plural. */
    @ParameterType("0|[2-9]|[1-9]\\d+")
    public int several(String number) {
        return Integer.parseInt(number);
    }

    /** "below" or "above". */
    @ParameterType("below|above")
    public Numbers.Bound bound(String word) {
        return Numbers.Bound.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A number that may have a fraction. */
    @ParameterType("-?\\d+(?:\\.\\d+)?")
    public BigDecimal amount(String number) {
        return new BigDecimal(number);
    }

    /** "100", or "what it began with"; a comma may follow. */
    @ParameterType("(-?\\d+(?:\\.\\d+)?|what (?:it|they) began with),?")
    public Start start(String words) {
        return new Start(words.startsWith("what") ? null : new BigDecimal(words));
    }

    /** A whole phrase within another. */
    @ParameterType(".+")
    public String sentence(String words) {
        return words;
    }
}
