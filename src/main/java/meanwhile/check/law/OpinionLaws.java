package meanwhile.check.law;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.Capability;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;

/** Laws about votes and favourites: their counts and their lists. */
final class OpinionLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "vote totals",
                            "R1.2",
                            "An image's totals are the votes that were accepted and not taken back",
                            OpinionLaws::voteTotals),
                    new Law(
                            "vote lists",
                            "U4.3",
                            "A member's list of votes is what the member voted last, each image"
                                    + " once",
                            OpinionLaws::voteLists),
                    new Law(
                            "favourite counts",
                            "D1.3",
                            "An image's count of favourites is what was accepted and not taken"
                                    + " back",
                            OpinionLaws::favouriteCounts),
                    new Law(
                            "favourite lists",
                            "D1.2",
                            "A member's favourites are the images that the member chose and kept,"
                                    + " each once",
                            OpinionLaws::favouriteLists));

    /** What a member thinks of an image. */
    private enum Held {
        NOTHING,
        UP,
        DOWN,
        FAVOURITE
    }

    private OpinionLaws() {}

    private static @Nullable Held vote(Call call, ImageId image) {
        return switch (call.operation()) {
            case Operation.CastVote(ImageId on, VoteValue value, _) when on.equals(image) ->
                    value == VoteValue.UP ? Held.UP : Held.DOWN;
            case Operation.WithdrawVote(_, ImageId on) when on.equals(image) -> Held.NOTHING;
            default -> null;
        };
    }

    private static @Nullable Held favourite(Call call, ImageId image) {
        return switch (call.operation()) {
            case Operation.AddFavourite(ImageId on) when on.equals(image) -> Held.FAVOURITE;
            case Operation.RemoveFavourite(_, ImageId on) when on.equals(image) -> Held.NOTHING;
            default -> null;
        };
    }

    /** What sort of opinion a law is about. */
    @FunctionalInterface
    private interface Kind {
        /** What the call makes its member think of the image; null if it is about other things. */
        @Nullable Held set(Call call, ImageId image);
    }

    private static Set<Held> held(QuietWorld world, String member, ImageId image, Kind kind) {
        return world.last(
                Held.NOTHING,
                call -> call.actor().member().equals(member) ? kind.set(call, image) : null);
    }

    /** Each member's possible opinions of the image. */
    private static Map<String, Set<Held>> everybody(QuietWorld world, ImageId image, Kind kind) {
        Set<String> members = new LinkedHashSet<>();
        world.possible(call -> kind.set(call, image) != null)
                .forEach(call -> members.add(call.actor().member()));
        Map<String, Set<Held>> all = new LinkedHashMap<>();
        members.forEach(member -> all.put(member, held(world, member, image, kind)));
        return all;
    }

    private static Verdict voteTotals(QuietWorld world) {
        if (countsEach(world)) {
            return new Verdict.NotOffered("a member's votes on an image are not one vote");
        }
        Judging judging = new Judging();
        for (ImageId image : world.images()) {
            if (world.isReady(image)) {
                Map<String, Set<Held>> all = everybody(world, image, OpinionLaws::vote);
                for (Call look : world.looksAt(image)) {
                    Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
                    if (seen != null && seen.up() != null && seen.down() != null) {
                        counted(judging, look, all, Held.UP, seen.up(), voted(world, image));
                        counted(judging, look, all, Held.DOWN, seen.down(), voted(world, image));
                    }
                }
            }
        }
        return judging.verdict();
    }

    private static Verdict favouriteCounts(QuietWorld world) {
        if (toggles(world)) {
            return new Verdict.NotOffered("a member's favourite may be there more than once");
        }
        Judging judging = new Judging();
        for (ImageId image : world.images()) {
            if (world.isReady(image)) {
                Map<String, Set<Held>> all = everybody(world, image, OpinionLaws::favourite);
                for (Call look : world.looksAt(image)) {
                    Answer.ImageSeen seen = look.answer(Answer.ImageSeen.class);
                    Long count = seen == null ? null : seen.details().favourites();
                    if (count != null) {
                        List<Call> calls = world.possible(call -> favourite(call, image) != null);
                        counted(judging, look, all, Held.FAVOURITE, count, calls);
                    }
                }
            }
        }
        return judging.verdict();
    }

    private static List<Call> voted(QuietWorld world, ImageId image) {
        return world.possible(call -> vote(call, image) != null);
    }

    private static void counted(
            Judging judging,
            Call look,
            Map<String, Set<Held>> all,
            Held held,
            long seen,
            List<Call> calls) {
        long least = all.values().stream().filter(one -> one.equals(Set.of(held))).count();
        long most = all.values().stream().filter(one -> one.contains(held)).count();
        judging.that(
                Bounds.contain(least, most, seen),
                () ->
                        Verdict.contradicted(
                                "Expected %s times %s, counted %d"
                                        .formatted(
                                                Bounds.told(least, most), told(Set.of(held)), seen),
                                CounterExample.join(calls, List.of(look)),
                                Judging.QUIET));
    }

    private static Verdict voteLists(QuietWorld world) {
        if (countsEach(world)) {
            return new Verdict.NotOffered("a member's votes on an image are not one vote");
        }
        Judging judging = new Judging();
        for (Walk walk : Walk.of(world, Operation.ListVotes.class)) {
            List<Answer.VoteSeen> votes =
                    walk.items(Answer.VotesListed.class, Answer.VotesListed::votes);
            for (ImageId image : world.images()) {
                List<Held> shown =
                        votes.stream()
                                .filter(vote -> vote.image().equals(image))
                                .map(vote -> vote.value() == VoteValue.UP ? Held.UP : Held.DOWN)
                                .toList();
                listed(judging, world, walk, image, shown, OpinionLaws::vote);
            }
        }
        return judging.verdict();
    }

    private static Verdict favouriteLists(QuietWorld world) {
        if (toggles(world)) {
            return new Verdict.NotOffered("a member's favourite may be there more than once");
        }
        Judging judging = new Judging();
        for (Walk walk : Walk.of(world, Operation.ListFavourites.class)) {
            List<Answer.FavouriteSeen> all =
                    walk.items(Answer.FavouritesListed.class, Answer.FavouritesListed::favourites);
            for (ImageId image : world.images()) {
                List<Held> shown =
                        all.stream()
                                .filter(one -> one.image().equals(image))
                                .map(_ -> Held.FAVOURITE)
                                .toList();
                listed(judging, world, walk, image, shown, OpinionLaws::favourite);
            }
        }
        return judging.verdict();
    }

    /** Of an image that is ready, the list shows one of the possible opinions, and only once. */
    private static void listed(
            Judging judging,
            QuietWorld world,
            Walk walk,
            ImageId image,
            List<Held> shown,
            Kind kind) {
        if (!world.isReady(image)) {
            return;
        }
        Set<Held> possible = held(world, walk.member(), image, kind);
        Held seen = shown.isEmpty() ? Held.NOTHING : shown.getFirst();
        judging.that(
                shown.size() <= 1 && possible.contains(seen),
                () ->
                        Verdict.contradicted(
                                shown.size() > 1
                                        ? "Expected it in the list once, saw it %d times"
                                                .formatted(shown.size())
                                        : "Expected %s in the list, saw %s"
                                                .formatted(told(possible), told(Set.of(seen))),
                                CounterExample.join(
                                        world.possible(
                                                call ->
                                                        call.actor().member().equals(walk.member())
                                                                && kind.set(call, image) != null),
                                        walk.pages()),
                                Judging.QUIET));
    }

    private static String told(Set<Held> held) {
        return String.join(
                " or ",
                held.stream()
                        .map(
                                one ->
                                        switch (one) {
                                            case NOTHING -> "nothing";
                                            case UP -> "a vote up";
                                            case DOWN -> "a vote down";
                                            case FAVOURITE -> "a favourite";
                                        })
                        .toList());
    }

    private static boolean countsEach(QuietWorld world) {
        return world.lacks(Capability.ONE_VOTE_PER_MEMBER)
                || world.lacks(Capability.REPEATED_VOTE_STANDS);
    }

    private static boolean toggles(QuietWorld world) {
        return world.lacks(Capability.ONE_FAVOURITE_PER_MEMBER)
                || world.lacks(Capability.REPEATED_FAVOURITE_STANDS);
    }
}
