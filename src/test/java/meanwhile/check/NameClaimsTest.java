package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.language.Answer;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import meanwhile.language.Secret;
import org.junit.jupiter.api.Test;

class NameClaimsTest {
    private static final Operation JOIN = new Operation.SignUp("catlady", new Secret("pw"));
    private static final Answer WELCOME = new Answer.MemberCreated(new MemberId("1"));

    private final Told told = new Told();

    @Test
    void oneGetsTheNameAndTheOthersAreToldThatItIsTaken() {
        told.accepted("Ana", 0, 5, JOIN, WELCOME)
                .refused("Ben", 1, 6, JOIN, Refusal.DUPLICATE)
                .unknown("Chloe", 2, 7, JOIN);
        assertThat(verdict("catlady")).isEqualTo("holds");
    }

    @Test
    void twoOfOneNameAreOneTooMany() {
        told.accepted("Ana", 0, 5, JOIN, WELCOME).accepted("Ben", 1, 6, JOIN, WELCOME);
        assertThat(verdict("catlady")).isEqualTo("contradicted");
    }

    @Test
    void anotherReasonMisleads() {
        told.accepted("Ana", 0, 5, JOIN, WELCOME).refused("Ben", 1, 6, JOIN, Refusal.INVALID);
        assertThat(verdict("catlady")).isEqualTo("contradicted");
    }

    @Test
    void aFreeNameIsGivenToSomebody() {
        told.refused("Ana", 0, 5, JOIN, Refusal.DUPLICATE);
        assertThat(verdict("catlady")).isEqualTo("contradicted");
    }

    @Test
    void whoWasNotAnsweredMayHaveGotIt() {
        told.refused("Ana", 0, 5, JOIN, Refusal.DUPLICATE).unknown("Ben", 1, 6, JOIN);
        assertThat(verdict("catlady")).isEqualTo("undecided");
    }

    @Test
    void otherNamesDoNotCount() {
        told.accepted("Ana", 0, 5, JOIN, WELCOME)
                .accepted("Ben", 1, 6, new Operation.SignUp("dogman", new Secret("pw")), WELCOME);
        assertThat(verdict("catlady")).isEqualTo("holds");
    }

    /** An error of the server tells nobody that the name is taken. */
    @Test
    void aBrokenAnswerTellsNothing() {
        told.accepted("Ana", 0, 5, JOIN, WELCOME);
        for (int i = 0; i < 9; i++) {
            told.call("Ben", 1, 6, JOIN, new Outcome.Broken(500, "oops"));
        }
        assertThat(NameClaims.exactlyOne("catlady", told.history()))
                .isEqualTo(
                        new Verdict.Undecided(
                                "the others should have been told that the name is taken; of 10"
                                        + " answers 9 said nothing: 9 × broken (500)"));
    }

    @Test
    void whereNobodyKnowsTheReasonSaysWhatWasAnswered() {
        told.unknown("Ben", 1, 6, JOIN);
        assertThat(NameClaims.exactlyOne("catlady", told.history()))
                .isEqualTo(
                        new Verdict.Undecided(
                                "nobody knows whether somebody got the name: 1 × not answered"));
    }

    @Test
    void aNameThatNobodyWantedProvesNothing() {
        assertThat(verdict("catlady")).isEqualTo("undecided");
    }

    private String verdict(String name) {
        return NameClaims.exactlyOne(name, told.history()).word();
    }
}
