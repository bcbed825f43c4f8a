package meanwhile.check.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meanwhile.check.order.PlayResult.Said;

/**
 * Compares what two targets said when the same calls came one after another. What differs between
 * two plays on one target is not compared.
 */
public final class Differences {
    private final Noise noise = new Noise();

    /**
     * Something that two targets do not say alike.
     *
     * @param subject the same for each difference of its kind, whoever acted on which thing
     * @param group who did what; with “afterwards” of a look when all was quiet
     * @param look whether somebody only looked when all was quiet
     * @param one what was said by the first target, in words
     * @param other what was said by the second one
     */
    public record Difference(
            String subject, String group, boolean look, String one, String other) {}

    /** What differs between two plays of one target is not compared from now on. */
    public void learn(PlayResult one, PlayResult other) {
        noise.learn(one, other);
    }

    /** What is not compared, in words. */
    public List<String> ignored() {
        return noise.words();
    }

    /**
     * What was not said alike. Where a call was accepted here and refused there, the first such one
     * is all: what comes after it follows from it.
     */
    public List<Difference> between(PlayResult one, PlayResult other) {
        Comparison comparison = Comparison.whole(noise);
        List<GroupStory> differing =
                comparison.differing(one, other).stream()
                        .map(group -> new GroupStory(comparison, group, List.of(one, other)))
                        .filter(story -> isInBoth(story, one, other))
                        .sorted(Comparator.comparingInt(story -> number(story, one)))
                        .toList();
        return differing.stream()
                .filter(story -> !isLook(story, one) && differsInOutcome(story, one, other))
                .findFirst()
                .map(first -> Stream.of(first))
                .orElseGet(differing::stream)
                .map(story -> difference(story, one, other))
                .toList();
    }

    /** What only one of the targets offers is no difference of an answer. */
    private static boolean isInBoth(GroupStory story, PlayResult one, PlayResult other) {
        return one.groups().containsKey(story.group()) && other.groups().containsKey(story.group());
    }

    private static Said first(GroupStory story, PlayResult result) {
        return result.groups().getOrDefault(story.group(), List.of()).getFirst();
    }

    private static int number(GroupStory story, PlayResult result) {
        return first(story, result).call().number();
    }

    private static boolean isLook(GroupStory story, PlayResult result) {
        return first(story, result).look();
    }

    private static boolean differsInOutcome(GroupStory story, PlayResult one, PlayResult other) {
        return !outcomes(story, one).equals(outcomes(story, other));
    }

    /** Of a look only what was seen: through how many doors does not matter. */
    private static List<String> outcomes(GroupStory story, PlayResult result) {
        List<String> all = story.outcomes(result);
        return isLook(story, result) ? all.stream().distinct().toList() : all;
    }

    private static Difference difference(GroupStory story, PlayResult one, PlayResult other) {
        String kind = first(story, one).kind();
        boolean look = isLook(story, one);
        List<String> subject = new ArrayList<>(List.of(look ? "afterwards " + kind : kind));
        if (differsInOutcome(story, one, other)) {
            String here = GroupStory.counted(outcomes(story, one));
            String there = GroupStory.counted(outcomes(story, other));
            subject.addAll(List.of(here, there));
            return new Difference(
                    String.join(" / ", subject), story.group(), look, bare(here), bare(there));
        }
        Set<String> places = new TreeSet<>(story.places());
        subject.addAll(places);
        return new Difference(
                String.join(" / ", subject),
                story.group(),
                look,
                story.words(one),
                story.words(other));
    }

    /** “accepted”, “sold out”: as an answer is quoted. */
    private static String bare(String outcome) {
        return outcome.replaceFirst("^is (told: )?", "");
    }
}
