package meanwhile.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meanwhile.history.Call;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.CollectionId;
import meanwhile.language.Gallery;
import meanwhile.language.ImageId;
import meanwhile.language.MemberId;
import meanwhile.language.NotOffered;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Remnant;
import meanwhile.language.Secret;
import meanwhile.language.VoteId;
import meanwhile.language.VoteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that a clean-up is persistent, uses declared ways only, and tells what is left. */
class PersistentCleanupTest {
    private static final Gallery.Sender ANA = new Gallery.Sender(0, new Secret("ana"));
    private static final Gallery.Sender VISITOR = new Gallery.Sender(0, null);
    private static final Gallery.Sender MARA = new Gallery.Sender(0, new Secret("mara"));
    private static final Outcome DONE = new Outcome.Accepted(200, new Answer.Done());
    private static final Outcome RESET = new Outcome.Unknown(Outcome.Cause.DISCONNECTED, "reset");

    private final PictureFactory pictures = new PictureFactory("run");
    private final Set<Remnant> there = ConcurrentHashMap.newKeySet();
    private final Set<String> askedBy = ConcurrentHashMap.newKeySet();

    /** A gallery that answers each attempt to take something away as a test says. */
    private interface Answers {
        Outcome to(Remnant remnant, Gallery.Sender sender);
    }

    private Gallery answering(Answers answers) {
        return new FakeGallery(false) {
            @Override
            public Outcome takeAway(Sender sender, Remnant remnant) {
                Secret session = sender.session();
                askedBy.add(remnant.kind() + " " + (session == null ? "" : session.reveal()));
                return answers.to(remnant, sender);
            }
        };
    }

    private Outcome deleted(Remnant remnant) {
        return there.remove(remnant)
                ? DONE
                : new Outcome.Refused(404, Refusal.NEVER_KNOWN, null, "");
    }

    private static Call accepted(Operation operation, Answer answer) {
        return new Call(
                1,
                Phase.WHEN,
                new ActorName("Ana", null),
                0,
                false,
                operation,
                new Call.Times(0, 1, 2, 3),
                new Outcome.Accepted(200, answer));
    }

    private void makes(Ledger ledger, int images) {
        for (int i = 0; i < images; i++) {
            Operation.UploadImage upload = pictures.upload("Tabby", PictureFactory.Kind.GOOD, i);
            ImageId image = new ImageId("i-" + i);
            ledger.note(accepted(upload, new Answer.UploadTaken(image)), ANA);
            there.add(Remnant.image(image));
            VoteId vote = new VoteId("v-" + i);
            ledger.note(
                    accepted(
                            new Operation.CastVote(image, VoteValue.UP),
                            new Answer.VoteTaken(vote)),
                    ANA);
            there.add(Remnant.of(new Operation.WithdrawVote(vote, image)));
        }
    }

    private void joins(Ledger ledger, String name) {
        Secret password = new Secret("pw");
        ledger.note(
                accepted(
                        new Operation.SignUp(name, password),
                        new Answer.MemberCreated(new MemberId("m-" + name))),
                VISITOR);
        ledger.note(
                accepted(
                        new Operation.LogIn(name, password),
                        new Answer.SessionOpened(new Secret("session of " + name))),
                VISITOR);
        there.add(Remnant.member(new MemberId("m-" + name), name, password));
    }

    private static List<String> clear(Ledger ledger, Gallery.@Nullable Sender administrator) {
        return ledger.clearAll(administrator, CleanupProgress.UNWATCHED);
    }

    /** Each thing needs up to six attempts; some are deleted before the connection is reset. */
    @Test
    void resetConnectionsLeaveNothing() {
        Map<Remnant, Integer> resets = new ConcurrentHashMap<>();
        Gallery gallery =
                answering(
                        (remnant, _) -> {
                            Random chance = new Random(remnant.facts().hashCode());
                            int most = chance.nextInt(6);
                            boolean happens = chance.nextBoolean();
                            int before = resets.merge(remnant, 1, Integer::sum) - 1;
                            if (before >= most) {
                                return deleted(remnant);
                            }
                            if (happens) {
                                deleted(remnant);
                            }
                            return before % 2 == 0 ? RESET : busy(chance);
                        });
        Ledger ledger = new Ledger(gallery, pictures);
        makes(ledger, 60);
        assertThat(clear(ledger, null)).isEmpty();
        assertThat(there).isEmpty();
        assertThat(resets).containsValue(6);
    }

    private static Outcome busy(Random chance) {
        return chance.nextBoolean()
                ? new Outcome.Broken(503, "busy")
                : new Outcome.Refused(429, Refusal.THROTTLED, Duration.ofMillis(1), "slowly");
    }

    @Test
    void whatIsLeftIsCountedByKindWithReasons() {
        Gallery gallery =
                answering(
                        (remnant, _) -> {
                            return switch (remnant.kind()) {
                                case IMAGE -> new Outcome.Broken(500, "oops");
                                case VOTE -> new Outcome.Refused(403, Refusal.FORBIDDEN, null, "");
                                default -> throw new NotOffered("which no operation deletes");
                            };
                        });
        Ledger ledger = new Ledger(gallery, pictures);
        makes(ledger, 20);
        joins(ledger, "ana");
        CollectionId cats = new CollectionId("c-1");
        ledger.note(
                accepted(new Operation.CreateCollection("cats"), new Answer.CollectionMade(cats)),
                ANA);
        assertThat(clear(ledger, null))
                .containsExactly(
                        "1 collections, which no operation deletes",
                        "1 members, which no operation deletes",
                        "20 votes, because whoever deletes them "
                                + new Outcome.Refused(403, Refusal.FORBIDDEN, null, "").describe(),
                        "20 images, because whoever deletes them gets a broken answer (500)");
    }

    @Test
    void aGalleryThatIsGoneIsNotAskedForever() {
        Ledger ledger = new Ledger(answering((_, _) -> RESET), pictures);
        makes(ledger, 50);
        List<String> left = clear(ledger, MARA);
        assertThat(left.toString()).contains("because the gallery stopped answering");
    }

    @Test
    void membersGoLastAndInTheirOwnSession() {
        Gallery gallery =
                answering(
                        (remnant, _) -> {
                            assertThat(remnant.kind() == Remnant.Kind.MEMBER)
                                    .isEqualTo(
                                            there.stream()
                                                    .allMatch(
                                                            each ->
                                                                    each.kind()
                                                                            == Remnant.Kind
                                                                                    .MEMBER));
                            return deleted(remnant);
                        });
        Ledger ledger = new Ledger(gallery, pictures);
        makes(ledger, 5);
        joins(ledger, "ana");
        joins(ledger, "ben");
        assertThat(clear(ledger, MARA)).isEmpty();
        assertThat(there).isEmpty();
        assertThat(askedBy).contains("MEMBER session of ana", "MEMBER session of ben");
    }

    @Test
    void theAdministratorDeletesWhatItsOwnerMayNot() {
        Gallery gallery =
                answering(
                        (remnant, sender) ->
                                sender.session() != null && "mara".equals(sender.session().reveal())
                                        ? deleted(remnant)
                                        : new Outcome.Refused(403, Refusal.FORBIDDEN, null, ""));
        Ledger ledger = new Ledger(gallery, pictures);
        joins(ledger, "ana");
        assertThat(clear(ledger, MARA)).isEmpty();
        assertThat(there).isEmpty();
    }
}
