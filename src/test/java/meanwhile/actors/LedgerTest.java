package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Release;
import meanwhile.language.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An upload whose answer was lost may have happened: it is searched for and deleted. */
class LedgerTest {
    private static final Outcome LOST = new Outcome.Unknown(Outcome.Cause.DISCONNECTED, "reset");
    private static final ImageId STORED = new ImageId("stored");
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("t0ken"));

    private final PictureFactory pictures = new PictureFactory("run");
    private final Operation.UploadImage upload =
            pictures.upload("Tabby", PictureFactory.Kind.GOOD, 7);
    private final Set<ImageId> there = ConcurrentHashMap.newKeySet();

    /** A gallery that stored the picture, and loses the answers to this many lists and reads. */
    private final class Forgetful extends FakeGallery {
        private final AtomicInteger lists;
        private final AtomicInteger looks;

        Forgetful(int lists, int looks) {
            super(false);
            this.lists = new AtomicInteger(lists);
            this.looks = new AtomicInteger(looks);
            there.add(STORED);
        }

        @Override
        Outcome outcome(Operation operation, @Nullable Release release) {
            return switch (operation) {
                case Operation.ListImages _ ->
                        lists.getAndDecrement() > 0
                                ? LOST
                                : accepted(new Answer.ImagesListed(List.copyOf(there), null, null));
                case Operation.ReadImage _ ->
                        looks.getAndDecrement() > 0
                                ? LOST
                                : accepted(
                                        new Answer.ImageSeen(
                                                STORED, null, upload.title(), 0L, 0L, 1L));
                case Operation.DeleteImage(ImageId id) -> {
                    there.remove(id);
                    yield super.outcome(operation, release);
                }
                default -> super.outcome(operation, release);
            };
        }

        private static Outcome accepted(Answer answer) {
            return new Outcome.Accepted(200, answer);
        }
    }

    private List<String> left(int lists, int looks) {
        Ledger ledger = new Ledger(new Forgetful(lists, looks), pictures);
        ledger.note(
                new Call(
                        1,
                        Phase.WHEN,
                        new ActorName("Ana", null),
                        0,
                        false,
                        upload,
                        new Call.Times(0, 1, 2, 3),
                        LOST),
                ANA);
        return ledger.clear(null, CleanupProgress.UNWATCHED);
    }

    @Test
    void itIsFoundThoughListsAndLooksAreLostAtFirst() {
        assertThat(left(0, 0)).isEmpty();
        assertThat(there).isEmpty();
        assertThat(left(2, 0)).isEmpty();
        assertThat(there).isEmpty();
        assertThat(left(0, 2)).isEmpty();
        assertThat(there).isEmpty();
    }

    @Test
    void whoeverCannotLookForItSaysSo() {
        assertThat(left(1_000, 0))
                .containsExactly(
                        "uploads without an answer, of 1 sessions whose lists could not be read");
        assertThat(there).containsExactly(STORED);
    }
}
