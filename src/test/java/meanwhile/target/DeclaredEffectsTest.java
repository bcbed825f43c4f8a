package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import meanwhile.language.Domain;
import meanwhile.language.EffectWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile says which operations lead to one noun, what they do, and which undoes which. */
class DeclaredEffectsTest {
    private static final String DESK =
            """
            name: mine
            domain:
              refusals: [not yours]
              things:
                desk: {request: POST /desks, accepted: [201], answer: {id: /id}, begins: {free: 1, owner: nobody}}
              operations:
                look: {phrase: "looks at {desk}", request: "GET /desks/{desk}", accepted: [200], answer: {free: /free, owner: /owner, leases: "/leases[]"}}
                rent: {phrase: "rents {desk}", noun: lease, request: "POST /desks/{desk}", accepted: [201], answer: {id: /id, key: /key}, does: {free: minus 1, leases: gains id}}
                rent-for: {phrase: "rents {desk} for {person}", noun: lease, request: "POST /desks/{desk}", json: {for: "{person}"}, accepted: [201]}
                leave: {phrase: "leaves {desk}", noun: return, undoes: rent, request: "DELETE /desks/{desk}/{id}/{key}", accepted: [204]}
                sell: {phrase: "passes {desk} from {old: person} to {new: person}", noun: sale, request: "PUT /desks/{desk}", json: {old: "{old}", new: "{new}"}, accepted: [204], does: {owner: "set to new if it was old, else not yours"}}
                swap: {phrase: "swaps {one: desk} and {two: desk}", noun: swap, request: "PUT /swap/{one}/{two}", accepted: [204], does: {free of one: plus 1, free of two: minus 1}}
            """;

    private static Domain read(String yaml) {
        return new Profiles().read("mine.yaml", yaml).declared().domain();
    }

    @Test
    void severalOperationsHaveOneNounAndOneUndoesAnother() {
        List<Domain.Action> actions = read(DESK).actions();
        assertThat(actions)
                .extracting(Domain.Action::noun)
                .containsExactly(null, "lease", "lease", "return", "sale", "swap");
        assertThat(actions)
                .extracting(Domain.Action::plural)
                .containsExactly(null, "leases", "leases", "returns", "sales", "swaps");
        assertThat(actions)
                .extracting(Domain.Action::undoes)
                .containsExactly(null, null, null, "rent", null, null);
    }

    private static Domain.Effect effect(String fact, String of, EffectWay way, String operand) {
        return new Domain.Effect(fact, "desk", of, way, operand, null, null);
    }

    @Test
    void whatAnOperationDoesIsSaidByFacts() {
        assertThat(read(DESK).actions().get(1).effects())
                .containsExactly(
                        effect("free", "desk", EffectWay.MINUS, "1"),
                        effect("leases", "desk", EffectWay.GAINS, "id"));
        assertThat(read(DESK).actions().get(4).effects())
                .containsExactly(
                        new Domain.Effect(
                                "owner", "desk", "desk", EffectWay.SET, "new", "old", "not yours"));
        assertThat(read(DESK).actions().get(5).effects())
                .containsExactly(
                        effect("free", "one", EffectWay.PLUS, "1"),
                        effect("free", "two", EffectWay.MINUS, "1"));
        assertThat(read(DESK).things().get("desk"))
                .extracting(Domain.Thing::begins)
                .isEqualTo(java.util.Map.of("free", "1", "owner", "nobody"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    undoes: rent,     | undoes: steal,        | line 10, domain.operations.leave.undoes: “steal” does not fit; allowed are rent, rent-for
                    undoes: rent,     | undoes: look,         | line 10, domain.operations.leave.undoes: “look” does not fit; allowed are rent, rent-for
                    noun: return, undoes | undoes             | line 10, domain.operations.leave.undoes: what undoes something needs a noun
                    leaves {desk}     | leaves {place: desk}  | line 10, domain.operations.leave.undoes: “place” is no parameter of rent, which it undoes
                    {id}/{key}        | {id}/{lock}           | line 10, domain.operations.leave.request: unknown placeholder {lock} in leave; known here are desk, id, key, me
                    "rents {desk}", noun: lease | "rents {desk}", noun: lease, undoes: rent | line 8, domain.operations.rent.undoes: what it undoes stands above it; nothing does
                    noun: return      | noun: leases          | line 10, domain.operations.leave: “leases” is the word for two nouns
                    noun: return      | noun: return, plural: lease | line 10, domain.operations.leave: “lease” is the word for two nouns
                    {person}", noun: lease | {person}", noun: lease, plural: lettings | line 9, domain.operations.rent-for: the plural of “lease” is “leases” above
                    free: minus 1     | free: less            | line 8, domain.operations.rent.does.free: “less” does not fit; allowed are plus X, minus X, set to X, set to X if it was Y
                    free: minus 1     | free: minus much      | line 8, domain.operations.rent.does.free: “much” is no parameter and no fact of the answer; known are desk, id, key
                    free: minus 1     | free: minus 1 if it was desk | line 8, domain.operations.rent.does.free: “minus 1 if it was desk” does not fit; allowed are plus X
                    free: minus 1     | fee: minus 1          | line 8, domain.operations.rent.does.fee: no look at one desk shows such a fact; there are free, owner
                    free: minus 1     | leases: minus 1       | line 8, domain.operations.rent.does.leases: appears twice
                    leases: gains id  | owner: gains id       | line 8, domain.operations.rent.does.owner: no look at one desk shows such a list; there are leases
                    free: minus 1     | owner: minus 1        | line 11, domain.operations.sell.does.owner: what is set elsewhere cannot be counted, too
                    free: minus 1     | free of place: minus 1 | line 8, domain.operations.rent.does.free of place: say of which thing: free of desk
                    free of one       | free                  | line 12, domain.operations.swap.does.free: say of which thing: free of one or free of two
                    if it was old     | if it was olden       | line 11, domain.operations.sell.does.owner: “olden” is no parameter and no fact of the answer; known are desk, new, old
                    else not yours    | else yours            | line 11, domain.operations.sell.does.owner: “yours” is no refusal of the domain; there are not yours
                    key: /key}, does: {free: minus 1, leases: gains id} | keys: "/keys[]"}, does: {free: minus 1, leases: gains keys} | line 8, domain.operations.rent.does.leases: “keys” are several, and a deed does something with one
                    leases: gains id  | desks: goes           | line 8, domain.operations.rent.does.desks: a thing goes that the phrase names: desk
                    free: minus 1     | desk: gone            | line 8, domain.operations.rent.does.desk: “gone” does not fit; allowed are plus X
                    leases: gains id  | desk: goes            | line 10, domain.operations.leave.undoes: rent sets or takes something, and nobody knows what was there
                    leases: gains id  | leases: takes id if it was id | line 8, domain.operations.rent.does.leases: “takes id if it was id” does not fit; allowed are plus X
                    leases: gains id  | leases: "gains id, else not yours" | line 8, domain.operations.rent.does.leases: “gains id, else not yours” does not fit; allowed are plus X
                    leases: gains id  | leases: "takes id, else tired" | line 8, domain.operations.rent.does.leases: “tired” is no refusal of the domain; there are not yours
                    leases: gains id  | leases: takes id      | line 10, domain.operations.leave.undoes: rent sets or takes something, and nobody knows what was there
                    undoes: rent,     | undoes: rent, does: [], | line 10, domain.operations.leave.does: “a list” does not fit
                    free: /free,      | does: {free: plus 1}, free: /free, | line 7, domain.operations.look.answer.does
                    """)
    void aMistakeIsNamedWithItsLineAndWhatIsAllowed(String right, String wrong, String message) {
        assertThat(DESK).contains(right);
        assertThatThrownBy(() -> read(DESK.replace(right, wrong)))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
