package meanwhile.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.language.Capability;
import meanwhile.language.Operation;
import meanwhile.report.data.FeatureText;
import meanwhile.steps.ExampleNeeds;
import meanwhile.steps.RequiredOperations;
import meanwhile.target.Profile;

/**
 * What a target offers, as far as that is known before anything is played.
 *
 * @param operations the operations, and {@link RequiredOperations#ADMINISTRATOR}
 * @param lacks the capabilities that it lacks
 * @param membersAtOnce how many may act at the same time
 */
public record Offer(Set<String> operations, Set<Capability> lacks, int membersAtOnce) {
    public Offer {
        operations = Set.copyOf(operations);
        lacks = Set.copyOf(lacks);
    }

    /** What a profile says. */
    public static Offer of(Profile profile) {
        return of(profile, profile.operations().keySet());
    }

    /**
     * What a profile says, with these operations.
     *
     * @param operations those that are there, without those that a target without accounts is
     *     spared
     */
    public static Offer of(Profile profile, Set<String> operations) {
        Set<String> all = new TreeSet<>(operations);
        if (profile.access().accounts() != Profile.Accounts.SIGN_UP) {
            all.add(Operation.keyOf(Operation.SignUp.class));
            all.add(Operation.keyOf(Operation.LogIn.class));
        }
        if (profile.administrator() != null) {
            all.add(RequiredOperations.ADMINISTRATOR);
        }
        return new Offer(all, profile.lacks(), profile.limits().membersAtOnce());
    }

    /**
     * What an example needs that is not offered, each in a few words; empty if it can be played.
     */
    public List<String> missing(ExampleNeeds needs, FeatureText.Example example) {
        ExampleNeeds.Needs needed =
                needs.of(
                        example.steps().stream()
                                .map(step -> new ExampleNeeds.Step(step.words(), step.rows()))
                                .toList());
        Set<String> missing = new TreeSet<>(needed.operations());
        missing.removeAll(operations);
        List<String> all = new ArrayList<>(missing);
        needed.capabilities().stream()
                .filter(lacks::contains)
                .forEach(capability -> all.add("a target that " + capability.had()));
        if (needed.actors() > membersAtOnce) {
            all.add("more than %d members at once".formatted(membersAtOnce));
        }
        return all;
    }
}
