package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import meanwhile.language.Answer;
import meanwhile.language.MemberId;
import meanwhile.language.Operation;
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

    @Test
    void aNameThatNobodyWantedProvesNothing() {
        assertThat(verdict("catlady")).isEqualTo("undecided");
    }

    private String verdict(String name) {
        return NameClaims.exactlyOne(name, told.history()).word();
    }
}
