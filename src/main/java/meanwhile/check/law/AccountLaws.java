package meanwhile.check.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.check.law.QuietWorld.Presence;
import meanwhile.history.Call;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;

/** Laws about what a member has: the list of their images, and what their account counts. */
final class AccountLaws {
    static final List<Law> ALL =
            List.of(
                    new Law(
                            "image lists",
                            "U4.3",
                            "A member's images are exactly the accepted uploads that were not"
                                    + " deleted, each once",
                            AccountLaws::lists),
                    new Law(
                            "account images",
                            "D1.3",
                            "A member's account counts the images that the member has",
                            AccountLaws::images),
                    new Law(
                            "account bytes",
                            "X2",
                            "A member's account holds the bytes of the pictures that are there,"
                                    + " and no others",
                            AccountLaws::bytes));

    private AccountLaws() {}

    private static Verdict lists(QuietWorld world) {
        Judging judging = new Judging();
        for (Walk walk : Walk.of(world, Operation.ListImages.class)) {
            Map<ImageId, Integer> times = new HashMap<>();
            walk.items(Answer.ImagesListed.class, Answer.ImagesListed::ids)
                    .forEach(id -> times.merge(id, 1, Integer::sum));
            List<ImageId> own = world.imagesOf(walk.member());
            for (ImageId image : own) {
                Presence presence = world.presence(image);
                int seen = times.getOrDefault(image, 0);
                boolean kept =
                        switch (presence) {
                            case THERE -> seen == 1;
                            case GONE -> seen == 0;
                            case UNKNOWN -> seen <= 1;
                        };
                judging.that(
                        kept,
                        () ->
                                Verdict.contradicted(
                                        "Expected it %s in the list of images, saw it %d times"
                                                .formatted(
                                                        presence == Presence.GONE
                                                                ? "no more"
                                                                : "once",
                                                        seen),
                                        CounterExample.join(history(world, image), walk.pages()),
                                        Judging.QUIET));
            }
            long strange = times.keySet().stream().filter(id -> !own.contains(id)).count();
            if (world.isFresh(walk.member())) {
                judging.that(
                        strange <= world.lostUploadsOf(walk.member()),
                        () ->
                                Verdict.contradicted(
                                        "Expected only accepted uploads in the list, saw %d more"
                                                .formatted(strange),
                                        walk.pages(),
                                        "What was refused leaves nothing behind"));
            }
        }
        return judging.verdict();
    }

    private static List<Call> history(QuietWorld world, ImageId image) {
        return world.possible(
                call ->
                        call.equals(world.upload(image))
                                || call.operation().equals(new Operation.DeleteImage(image)));
    }

    private static Verdict images(QuietWorld world) {
        Judging judging = new Judging();
        for (Call look : world.looks(Operation.ReadSelf.class)) {
            Answer.MemberSeen seen = look.answer(Answer.MemberSeen.class);
            Long count = seen == null ? null : seen.images();
            String member = look.actor().member();
            if (count == null || !world.isFresh(member)) {
                continue;
            }
            long least = number(world, member, Presence.THERE);
            long most =
                    least + number(world, member, Presence.UNKNOWN) + world.lostUploadsOf(member);
            judging.that(
                    Bounds.contain(least, most, count),
                    () ->
                            Verdict.contradicted(
                                    "Expected %s images in the account, saw %d"
                                            .formatted(Bounds.told(least, most), count),
                                    CounterExample.join(own(world, member), List.of(look)),
                                    Judging.QUIET));
        }
        return judging.verdict();
    }

    private static long number(QuietWorld world, String member, Presence presence) {
        return world.imagesOf(member).stream()
                .filter(image -> world.presence(image) == presence)
                .count();
    }

    private static Verdict bytes(QuietWorld world) {
        Judging judging = new Judging();
        for (Call look : world.looks(Operation.ReadSelf.class)) {
            Answer.MemberSeen seen = look.answer(Answer.MemberSeen.class);
            Long count = seen == null ? null : seen.storedBytes();
            String member = look.actor().member();
            if (count == null || !isSettled(world, member)) {
                continue;
            }
            long least = 0;
            long most = 0;
            for (ImageId image : world.imagesOf(member)) {
                if (world.isReady(image)) {
                    Set<Operation> files = RecordLaws.files(world, image);
                    least += files.stream().mapToLong(RecordLaws::length).min().orElse(0);
                    most += files.stream().mapToLong(RecordLaws::length).max().orElse(0);
                }
            }
            String expected = Bounds.told(least, most);
            judging.that(
                    Bounds.contain(least, most, count),
                    () ->
                            Verdict.contradicted(
                                    "Expected %s bytes in the account, saw %d"
                                            .formatted(expected, count),
                                    CounterExample.join(own(world, member), List.of(look)),
                                    Judging.QUIET));
        }
        return judging.verdict();
    }

    /** Whether it is known of each of the member's images whether it is there, and with what. */
    private static boolean isSettled(QuietWorld world, String member) {
        return world.isFresh(member)
                && world.lostUploadsOf(member) == 0
                && world.imagesOf(member).stream()
                        .allMatch(
                                image ->
                                        world.presence(image) == Presence.GONE
                                                || world.isReady(image)
                                                || world.status(image) == ImageStatus.FAILED);
    }

    private static List<Call> own(QuietWorld world, String member) {
        return world.possible(
                call ->
                        call.actor().member().equals(member)
                                && call.operation() instanceof Operation.ImageWrite);
    }
}
