package meanwhile.steps;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.actors.PictureFactory;
import meanwhile.language.ActorName;
import meanwhile.language.Capability;
import meanwhile.language.VoteValue;
import meanwhile.steps.ParameterTypes.ImageName;
import org.jspecify.annotations.Nullable;

/** Finds out from its steps what an example needs of a target, before anything is played. */
public final class ExampleNeeds {
    private final RequiredOperations required;

    /**
     * @param wording the words of the features
     */
    public ExampleNeeds(Wording wording) {
        required = new RequiredOperations(wording);
    }

    /** A step: its words, and the rows of its table. */
    public record Step(String words, List<List<String>> rows) {}

    /**
     * What an example needs. It may be one too many, as a step need not send all that it can.
     *
     * @param operations the operations, and {@link RequiredOperations#ADMINISTRATOR}
     * @param capabilities what not every target has
     * @param actors how many act, each device counted
     */
    public record Needs(Set<String> operations, Set<Capability> capabilities, int actors) {}

    /**
     * What the steps of one example need.
     *
     * @param steps known phrases
     */
    public Needs of(List<Step> steps) {
        Set<String> operations = new TreeSet<>();
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        Set<ActorName> actors = new HashSet<>();
        Repetitions repetitions = new Repetitions();
        for (Step step : steps) {
            if (RequiredOperations.isOfAdministrator(step.words(), step.rows())) {
                operations.add(RequiredOperations.ADMINISTRATOR);
            }
            for (Phrases.Said said : required.sentences(step.words(), step.rows())) {
                operations.addAll(required.code(said.method()).makes());
                capabilities.addAll(capabilities(said, repetitions));
                all(said, ActorName.class).forEach(actors::add);
            }
        }
        return new Needs(operations, capabilities, actors.size());
    }

    private Set<Capability> capabilities(Phrases.Said said, Repetitions repetitions) {
        RequiredOperations.Code code = required.code(said.method());
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        needs.addAll(code.needs());
        if (all(said, PictureFactory.Kind.class).contains(PictureFactory.Kind.DAMAGED)) {
            needs.add(Capability.LOOKS_INTO_PICTURES);
        }
        String image = first(said, ImageName.class) instanceof ImageName(String name) ? name : null;
        ActorName actor = first(said, ActorName.class);
        String member = actor == null ? "" : actor.member();
        for (VoteValue value : votes(said, code)) {
            if (repetitions.isAgain(member, "vote " + value, image)) {
                needs.add(Capability.REPEATED_VOTE_STANDS);
            }
        }
        if (code.asksWhetherOffered("favours") && repetitions.isAgain(member, "favourite", image)) {
            needs.add(Capability.REPEATED_FAVOURITE_STANDS);
        }
        return needs;
    }

    private static List<VoteValue> votes(Phrases.Said said, RequiredOperations.Code code) {
        if (code.asksWhetherOffered("votesUpAndDown")) {
            return List.of(VoteValue.UP, VoteValue.DOWN);
        }
        VoteValue value = first(said, VoteValue.class);
        return code.asksWhetherOffered("votes")
                ? List.of(value == null ? VoteValue.UP : value)
                : List.of();
    }

    private static <T> @Nullable T first(Phrases.Said said, Class<T> kind) {
        return all(said, kind).stream().findFirst().orElse(null);
    }

    private static <T> List<T> all(Phrases.Said said, Class<T> kind) {
        return Arrays.stream(said.arguments())
                .filter(Objects::nonNull)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
