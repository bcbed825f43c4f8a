package meanwhile.check;

import static meanwhile.check.Verdicts.contradicted;
import static meanwhile.check.Verdicts.holds;
import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.Answer;
import meanwhile.language.ImageId;
import meanwhile.language.ImageStatus;
import meanwhile.language.Operation;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AccountCountsTest {
    private static final Operation SELF = new Operation.ReadSelf();
    private final Told told = new Told();

    @Nested
    class AnAccount {
        @Test
        void isAsBefore() {
            holds(AccountCounts.asBefore("Ana", looked(1, 10, 1, 10)));
            contradicted(AccountCounts.asBefore("Ana", looked(1, 10, 0, 10)));
            contradicted(AccountCounts.asBefore("Ana", looked(1, 10, 1, 9)));
        }

        private static History looked(long images, long bytes, long imagesAfter, long bytesAfter) {
            return new Told()
                    .in(Phase.GIVEN)
                    .accepted(
                            "Ana",
                            0,
                            1,
                            new Operation.ReadSelf(),
                            new Answer.MemberSeen(images, bytes))
                    .in(Phase.THEN)
                    .accepted(
                            "Ana",
                            2,
                            3,
                            new Operation.ReadSelf(),
                            new Answer.MemberSeen(imagesAfter, bytesAfter))
                    .history();
        }
    }

    @Nested
    class WhatAnAccountHolds {
        @Test
        void areTheAcceptedUploads() {
            told.uploaded("Ana", 0, 1, "cat").uploaded("Ana", 2, 3, "dog");
            told.uploaded("Ben", 0, 1, "owl");
            told.refused("Ana", 4, 5, Told.upload("cow"), Refusal.QUOTA_FULL);
            told.in(Phase.THEN);
            look("Ana", 2L, 6L);
            look("Ana", 2L, null);
            look("Ben", 9L, 9L);
            assertThat(holdsAccepted()).isEqualTo(Verdict.holds());
            look("Ana", 2L, 9L);
            assertThat(holdsAccepted())
                    .isInstanceOfSatisfying(
                            Verdict.Contradicted.class,
                            contradicted -> {
                                assertThat(contradicted.why().expected())
                                        .isEqualTo(
                                                "Expected 2 images and 6 bytes, saw 2 images and 9"
                                                        + " bytes");
                                assertThat(contradicted.why().calls()).hasSize(3);
                            });
        }

        @Test
        void areCounted() {
            told.uploaded("Ana", 0, 1, "cat").in(Phase.THEN);
            look("Ana", 2L, 3L);
            assertThat(holdsAccepted().word()).isEqualTo("contradicted");
        }

        @Test
        void areNotJudgedInDoubt() {
            told.unknown("Ben", 0, 1, Told.upload("cat")).in(Phase.THEN);
            look("Ana", 0L, 0L);
            assertThat(holdsAccepted().word()).isEqualTo("holds");
            look("Ana", null, null);
            assertThat(holdsAccepted().word()).isEqualTo("not offered");
            told.unknown("Ana", 0, 1, Told.upload("cat"));
            assertThat(holdsAccepted().word()).isEqualTo("undecided");
        }

        @Test
        void areNotJudgedUnseen() {
            told.in(Phase.THEN).unknown("Ana", 2, 3, SELF);
            assertThat(holdsAccepted().word()).isEqualTo("undecided");
        }

        private Verdict holdsAccepted() {
            return AccountCounts.holdsAccepted("Ana", told.history());
        }
    }

    @Nested
    class AnAccountThatIsAsBefore {
        @Test
        void mustHaveBeenSeenBothTimes() {
            assertThat(asBefore()).isEqualTo("undecided");
            told.in(Phase.THEN);
            look("Ana", 1L, 1L);
            assertThat(asBefore()).isEqualTo("undecided");
            told.in(Phase.GIVEN);
            look("Ben", 1L, 1L);
            assertThat(asBefore()).isEqualTo("undecided");
            look("Ana", 1L, 1L);
            assertThat(asBefore()).isEqualTo("holds");
            told.in(Phase.THEN).unknown("Ana", 4, 5, SELF);
            assertThat(asBefore()).isEqualTo("undecided");
        }

        @Test
        void isNotJudgedInDoubt() {
            told.in(Phase.GIVEN);
            look("Ana", null, 1L);
            told.in(Phase.THEN);
            look("Ana", null, 1L);
            assertThat(asBefore()).isEqualTo("holds");
            told.in(Phase.WHEN).unknown("Ben", 0, 1, Told.upload("cat"));
            assertThat(asBefore()).isEqualTo("undecided");
        }

        @Test
        void mustCarryCounts() {
            told.in(Phase.GIVEN);
            look("Ana", null, null);
            told.in(Phase.THEN);
            look("Ana", null, null);
            assertThat(asBefore()).isEqualTo("not offered");
        }

        private String asBefore() {
            return AccountCounts.asBefore("Ana", told.history()).word();
        }
    }

    @Nested
    class AnImageThatFailed {
        @Test
        void isShownSoAtLast() {
            assertThat(failed()).isEqualTo("undecided");
            told.in(Phase.THEN);
            sees("tabby", 0, ImageStatus.PROCESSING);
            assertThat(failed()).isEqualTo("contradicted");
            sees("tabby", 2, ImageStatus.FAILED);
            sees("other", 4, ImageStatus.READY);
            assertThat(failed()).isEqualTo("holds");
            told.refused("Ana", 6, 7, new Operation.ReadImage(Told.TABBY), Refusal.GONE);
            assertThat(failed()).isEqualTo("contradicted");
            told.unknown("Ana", 8, 9, new Operation.ReadImage(Told.TABBY));
            assertThat(failed()).isEqualTo("undecided");
        }

        private void sees(String image, long from, ImageStatus status) {
            ImageId id = new ImageId(image);
            told.accepted(
                    "Ana",
                    from,
                    from + 1,
                    new Operation.ReadImage(id),
                    new Answer.ImageSeen(id, status, null, null, null, null));
        }

        private String failed() {
            return UploadCompletion.failed(Told.TABBY, told.history()).word();
        }
    }

    private void look(String who, @Nullable Long images, @Nullable Long bytes) {
        told.accepted(who, 2, 3, SELF, new Answer.MemberSeen(images, bytes));
    }
}
