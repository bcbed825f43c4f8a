package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.history.Call;

/** What tests say of verdicts. */
final class Verdicts {
    private Verdicts() {}

    static void holds(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.holds());
    }

    static void contradicted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
    }

    /** Asserts what was expected, and by which calls, by their numbers, it is shown. */
    static void contradicted(Verdict verdict, String expected, Integer... calls) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        it -> {
                            assertThat(it.why().expected()).isEqualTo(expected);
                            assertThat(it.why().calls().stream().map(Call::number))
                                    .containsExactly(calls);
                        });
    }

    /** Asserts why no order explains it. */
    static void concluded(Verdict verdict, String conclusion) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        it -> assertThat(it.why().conclusion()).isEqualTo(conclusion));
    }

    static void undecided(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    }

    static void undecided(Verdict verdict, String reason) {
        assertThat(verdict).isEqualTo(new Verdict.Undecided(reason));
    }

    static void notOffered(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.NotOffered.class);
    }
}
