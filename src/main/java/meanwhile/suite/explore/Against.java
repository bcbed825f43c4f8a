package meanwhile.suite.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import meanwhile.check.order.Differences;
import meanwhile.check.order.Differences.Difference;
import meanwhile.check.order.PlayResult;
import meanwhile.steps.Proofreader;
import meanwhile.steps.Wording;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.setup.FileErrors;
import meanwhile.suite.setup.SetUpException;

/**
 * Plays what was drawn one after another on two targets, and asks about each difference. Nobody is
 * accused: only people know which of the two is right. It is a differential test (W. McKeeman,
 * Differential testing for software, 1998).
 */
final class Against {
    private static final String FILE = "differences.md";

    private final SuccessionPlayer one;
    private final SuccessionPlayer other;
    private final Wording words;
    private final Path file;
    private final String against;
    private final Differences differences = new Differences();
    private final Questions questions;
    private final Set<Succession> known = new HashSet<>();
    private int programs;
    private int orders;
    private int unknown;
    private int unsteady;

    /**
     * Checks the other target.
     *
     * @param against its profile's name or file
     * @throws SetUpException if it cannot be reached, is no profile, or knows nothing of the scenes
     */
    Against(ExploreOptions options, String against, List<Scene> scenes) {
        words = Wording.of(named(() -> OpenTarget.declared(against)));
        if (scenes.stream().noneMatch(this::isKnown)) {
            throw new SetUpException(
                    "--against: %s has no words for what is done on %s; it must declare the same phrases"
                            .formatted(against, options.target()));
        }
        named(
                        () ->
                                OpenTarget.reachable(
                                        new OpenTarget.Request(
                                                against, List.of(), options.permitted(), null)))
                .close();
        Path folder = options.reports().resolve("against");
        one =
                new SuccessionPlayer(
                        new ProgramPlayer(options), folder.resolve("one"), options.seed());
        other =
                new SuccessionPlayer(
                        new ProgramPlayer(options, against, List.of()),
                        folder.resolve("other"),
                        options.seed());
        file = options.reports().resolve(FILE);
        this.against = name(against, options.target());
        questions = new Questions(name(options.target(), against), this.against);
    }

    /** Says which of the two targets is at fault. */
    private static <T> T named(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (SetUpException broken) {
            throw new SetUpException("--against: " + broken.getMessage());
        }
    }

    /** The short name of a profile, unless the other one has the same. */
    private static String name(String target, String different) {
        return FoundBefore.shortName(target).equals(FoundBefore.shortName(different))
                ? target
                : FoundBefore.shortName(target);
    }

    private boolean isKnown(Scene scene) {
        return scene.actions().stream()
                .anyMatch(action -> isKnown(new Succession(scene, List.of(action))));
    }

    private boolean isKnown(Succession succession) {
        Proofreader reader = new Proofreader(words);
        succession.sentences().forEach(sentence -> reader.read("", 1, sentence, List.of()));
        return reader.faults().isEmpty();
    }

    /** Compares what comes of these programs, and writes down what is asked so far. */
    void compare(List<Program> drawn) {
        Map<Succession, Program> fresh = new LinkedHashMap<>();
        for (Program program : drawn) {
            List<Succession> all = Succession.of(program);
            if (!all.stream().allMatch(this::isKnown)) {
                unknown++;
                continue;
            }
            all.stream().filter(known::add).forEach(one -> fresh.put(one, program));
        }
        List<BothPlays> played = play(List.copyOf(fresh.keySet()));
        orders += played.size();
        programs +=
                (int) played.stream().map(one -> fresh.get(one.succession())).distinct().count();
        Map<String, BothPlays> asked = new LinkedHashMap<>();
        for (BothPlays plays : verified(played)) {
            for (Difference difference : between(plays)) {
                if (questions.isNew(difference)) {
                    asked.put(difference.subject(), plays);
                }
                questions.ask(difference, plays);
            }
        }
        shrink(asked);
        questions.keepOnly(this::between);
        write();
    }

    private List<BothPlays> play(List<Succession> all) {
        Map<Succession, PlayResult> here = one.play(all);
        Map<Succession, PlayResult> there =
                other.play(all.stream().filter(here::containsKey).toList());
        List<BothPlays> played = new ArrayList<>();
        for (Succession succession : all) {
            PlayResult first = here.get(succession);
            PlayResult second = there.get(succession);
            if (first != null && second != null) {
                played.add(new BothPlays(succession, first, second));
            }
        }
        return played;
    }

    private List<Difference> between(BothPlays plays) {
        return differences.between(plays.one(), plays.other());
    }

    /**
     * Plays what differs once more, to learn what differs each time on one target alone. What is
     * left is a difference of the targets.
     */
    private List<BothPlays> verified(List<BothPlays> played) {
        List<BothPlays> differing =
                played.stream().filter(plays -> !between(plays).isEmpty()).toList();
        Map<Succession, BothPlays> again =
                play(differing.stream().map(BothPlays::succession).toList()).stream()
                        .collect(Collectors.toMap(BothPlays::succession, plays -> plays));
        for (BothPlays first : differing) {
            BothPlays second = again.get(first.succession());
            if (second != null) {
                differences.learn(first.one(), second.one());
                differences.learn(first.other(), second.other());
            }
        }
        List<BothPlays> verified = new ArrayList<>();
        for (BothPlays first : differing) {
            BothPlays second = again.get(first.succession());
            if (second != null && isSteady(first, second)) {
                verified.add(first);
            } else if (!between(first).isEmpty()) {
                unsteady++;
            }
        }
        return verified;
    }

    private boolean isSteady(BothPlays first, BothPlays second) {
        return differences.between(first.one(), second.one()).isEmpty()
                && differences.between(first.other(), second.other()).isEmpty();
    }

    /** Leaves out turn after turn, of all that is newly asked at once, as long as it is shown. */
    private void shrink(Map<String, BothPlays> asked) {
        Map<String, BothPlays> open = asked;
        while (!open.isEmpty()) {
            List<BothPlays> smaller =
                    play(
                            open.values().stream()
                                    .flatMap(plays -> plays.succession().smaller().stream())
                                    .distinct()
                                    .toList());
            Map<String, BothPlays> next = new LinkedHashMap<>();
            open.forEach(
                    (subject, from) -> {
                        List<Succession> parts = from.succession().smaller();
                        smaller.stream()
                                .filter(plays -> parts.contains(plays.succession()))
                                .filter(plays -> shows(plays, subject))
                                .findFirst()
                                .ifPresent(plays -> next.put(subject, plays));
                    });
            next.values().forEach(plays -> between(plays).forEach(d -> shrunk(d, plays, next)));
            open = next;
        }
    }

    private boolean shows(BothPlays plays, String subject) {
        return between(plays).stream().map(Difference::subject).anyMatch(subject::equals);
    }

    private void shrunk(Difference difference, BothPlays plays, Map<String, BothPlays> smaller) {
        if (plays.equals(smaller.get(difference.subject()))) {
            questions.shrink(difference, plays);
        }
    }

    /** How much was compared, in words. */
    String summary() {
        List<String> ignored = differences.ignored();
        return "%d programs were compared one after another with %s, in %d orders: %d differences%s%s%s"
                .formatted(
                        programs,
                        against,
                        orders,
                        questions.size(),
                        unknown == 0 ? "" : "; %d it has no words for".formatted(unknown),
                        unsteady == 0
                                ? ""
                                : "; %d orders were not the same twice".formatted(unsteady),
                        ignored.isEmpty()
                                ? ""
                                : "; not compared, because it differs each time: "
                                        + String.join(", ", ignored));
    }

    /** What differs, as questions. */
    List<String> questions() {
        return questions.sentences();
    }

    /** Where the questions are written to. */
    Path file() {
        return file;
    }

    private void write() {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, questions.page(summary() + "."));
        } catch (IOException unwritable) {
            throw new SetUpException(
                    "the differences cannot be written to %s: %s"
                            .formatted(file, FileErrors.words(unwritable)));
        }
    }
}
