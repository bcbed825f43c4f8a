package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import meanwhile.language.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile says which operations lead to one noun, and which operation undoes which. */
class UndoneOperationsTest {
    private static final String DESK =
            """
            name: mine
            domain:
              things:
                desk: {request: POST /desks, accepted: [201], answer: {id: /id}}
              operations:
                look: {phrase: "looks at {desk}", request: "GET /desks/{desk}", accepted: [200], answer: {free: /free}}
                rent: {phrase: "rents {desk}", noun: lease, request: "POST /desks/{desk}", accepted: [201], answer: {id: /id, key: /key}}
                rent-for: {phrase: "rents {desk} for {person}", noun: lease, request: "POST /desks/{desk}", accepted: [201]}
                leave: {phrase: "leaves {desk}", noun: return, undoes: rent, request: "DELETE /desks/{desk}/{id}/{key}", accepted: [204]}
            """;

    private static Domain read(String yaml) {
        return new Profiles().read("mine.yaml", yaml).declared().domain();
    }

    @Test
    void severalOperationsHaveOneNounAndOneUndoesAnother() {
        List<Domain.Action> actions = read(DESK).actions();
        assertThat(actions)
                .extracting(Domain.Action::noun)
                .containsExactly(null, "lease", "lease", "return");
        assertThat(actions)
                .extracting(Domain.Action::plural)
                .containsExactly(null, "leases", "leases", "returns");
        assertThat(actions)
                .extracting(Domain.Action::undoes)
                .containsExactly(null, null, null, "rent");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    undoes: rent,     | undoes: steal,        | line 9, domain.operations.leave.undoes: “steal” does not fit; allowed are rent, rent-for
                    undoes: rent,     | undoes: look,         | line 9, domain.operations.leave.undoes: “look” does not fit; allowed are rent, rent-for
                    noun: return, undoes | undoes             | line 9, domain.operations.leave.undoes: what undoes something needs a noun
                    leaves {desk}     | leaves {place: desk}  | line 9, domain.operations.leave.undoes: “place” is no parameter of rent, which it undoes
                    {id}/{key}        | {id}/{lock}           | line 9, domain.operations.leave.request: unknown placeholder {lock} in leave; known here are desk, id, key, me
                    "rents {desk}", noun: lease | "rents {desk}", noun: lease, undoes: rent | line 7, domain.operations.rent.undoes: what it undoes stands above it; nothing does
                    noun: return      | noun: leases          | line 9, domain.operations.leave: “leases” is the word for two nouns
                    noun: return      | noun: return, plural: lease | line 9, domain.operations.leave: “lease” is the word for two nouns
                    {person}", noun: lease | {person}", noun: lease, plural: lettings | line 8, domain.operations.rent-for: the plural of “lease” is “leases” above
                    """)
    void aMistakeIsNamedWithItsLineAndWhatIsAllowed(String right, String wrong, String message) {
        assertThat(DESK).contains(right);
        assertThatThrownBy(() -> read(DESK.replace(right, wrong)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
