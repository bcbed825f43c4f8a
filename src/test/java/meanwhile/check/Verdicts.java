package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.history.Call;

/** Assertions on verdicts. */
public final class Verdicts {
    private Verdicts() {}

    public static void holds(Verdict verdict) {
        assertThat(verdict).isEqualTo(Verdict.holds());
    }

    public static void contradicted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Contradicted.class);
    }

    /** Asserts the expectation of a contradiction and the calls that show it, by their numbers. */
    public static void contradicted(Verdict verdict, String expected, Integer... calls) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        it -> {
                            assertThat(it.why().expected()).isEqualTo(expected);
                            assertThat(it.why().calls().stream().map(Call::number))
                                    .containsExactly(calls);
                        });
    }

    /** Asserts the conclusion: why no order explains the calls. */
    public static void concluded(Verdict verdict, String conclusion) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Contradicted.class,
                        it -> assertThat(it.why().conclusion()).isEqualTo(conclusion));
    }

    public static void undecided(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    }

    public static void undecided(Verdict verdict, String reason) {
        assertThat(verdict).isEqualTo(new Verdict.Undecided(reason));
    }

    public static void notOffered(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.NotOffered.class);
    }
}
