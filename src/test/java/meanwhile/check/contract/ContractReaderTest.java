package meanwhile.check.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meanwhile.language.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in a contract is one line with its place. */
class ContractReaderTest {
    @Test
    void aGoodContractHasNoFaults() {
        assertThat(Bank.read(Bank.TEXT).faults()).isEmpty();
        assertThat(Bank.read(Bank.TEXT).table().rows()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "balance >= sum # balanse >= sum # 6: “balanse >= sum” has “balanse”, which is"
                        + " unknown here; known are account, balance, sum, who",
                "balance + sum # balance + amount # 5: “balance is balance + amount” has “amount”,"
                        + " which is unknown here",
                "balance is balance - sum # saldo is balance # 6: “saldo is balance” has “saldo”,"
                        + " which is unknown here; known are balance",
                "balance is balance + sum # balance is balance sum # 5: “balance is balance sum”"
                        + " says too much from “sum” on",
                "balance is balance + sum # balance + sum # 5: “balance + sum” does not say what"
                        + " “balance” is then",
                "balance is balance + sum # balance is 1, balance is 2 # 5: “balance is 1, balance"
                        + " is 2” changes “balance” twice",
                "balance is balance + sum # balance is ~rich~ # 5: “balance is ~rich~” makes"
                        + " “balance”, which is a number, a text",
                "balance >= sum # balance >= ~x~ # 6: “balance >= ~x~” does not fit: “>=” needs a"
                        + " number on its right, and there is a text",
                "balance >= sum # balance has sum # 6: “balance has sum” does not fit: “has” needs"
                        + " a list on its left, and there is a number",
                "balance >= sum # balance + sum # 6: “balance + sum” is a number; while needs what"
                        + " is true or false",
                "balance >= sum # not balance # 6: “not balance” says “not”, which needs true or"
                        + " false, of a number",
                "balance >= sum # first of balance = 1 # 6: “first of balance = 1” says “of”, which"
                        + " needs a list, of a number",
                "balance >= sum # (balance >= sum # 6: “(balance >= sum” never closes a bracket",
                "balance >= sum # balance >= # 6: “balance >=” lacks a name or a value",
                "balance >= sum # balance ; sum # 6: “balance ; sum” cannot be read at “; sum”",
                "balance >= sum # balance >= told sum # 6: “balance >= told sum” has “sum”, which"
                        + " is unknown here",
                "balance < sum # balance < sum - 1 # 6: no row says what happens when Ana withdraws"
                        + " 1 from account 1 while balance is 0",
                "balance >= sum # balance >= sum and sum > 1 # 6: no row says what happens when Ana"
                        + " withdraws 0 from account 1 while balance is 0",
                "somebody looks at {account} # Ana looks at {account} # 8: “Ana looks at {account}”"
                        + " does not say who does what",
                "somebody looks at {account} # somebody looks at {show} # 8: “looks at {show}” is"
                        + " about no thing of which it is said",
                "| while # | whilst # 3: the first row of the table must be | who does what | while"
                        + " | is answered | and then |",
                "one at a time this happens: # each coin has at first: # 4: a row says the name of"
                        + " a fact",
                "its number # his number # 2: “his number” has “his number”, which is unknown here;"
                        + " known are an empty list",
                "accepted with balance # accepted with saldo # 8: “saldo” says “saldo”, of which"
                        + " nothing is known here",
                "not enough money # accepted with # 7: “accepted with” is no answer; allowed are"
                        + " accepted",
            })
    void aMistakeIsNamedWithItsLine(String good, String bad, String fault) {
        String quoted = bad.replace('~', '"');
        ContractReader.Read read = Bank.read(Bank.TEXT.replaceFirst(pattern(good), quoted));
        assertThat(read.faults()).isNotEmpty();
        assertThat(read.faults().getFirst()).startsWith("bank.feature:" + fault.replace('~', '"'));
    }

    private static String pattern(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "balance < 0 and balance > 0 # taken # bank.feature:9: this row can never apply",
                "sum = 1 and sum = 2 # taken # bank.feature:9: this row can never apply",
                "who is nobody # taken # bank.feature:9: this row can never apply",
                "otherwise # taken # bank.feature:9: this row can never apply",
                "balance < sum # not enough money # bank.feature:9: this row says the same as"
                        + " bank.feature:7",
            })
    void aRowTooMuchIsNamed(String condition, String answer, String fault) {
        String more =
                "| somebody withdraws {sum} from {account} | %s | %s | |\n"
                        .formatted(condition, answer);
        assertThat(Bank.read(Bank.TEXT + more).faults()).containsExactly(fault);
    }

    /** A row of which it cannot be decided whether it ever applies is let be. */
    @Test
    void whatMayApplyIsNoMistake() {
        String more =
                "| somebody withdraws {sum} from {account} | balance = 7777 and sum * sum = 49 |"
                        + " taken | |\n";
        assertThat(Bank.read(Bank.TEXT + more).faults()).isEmpty();
    }

    @Test
    void whatHappensByItselfIsNotAnsweredAndChangesSomething() {
        String row = "| {account} by itself | balance > 0 | %s | %s |\n";
        assertThat(Bank.read(Bank.TEXT + row.formatted("accepted", "balance is 0")).faults())
                .containsExactly(
                        "bank.feature:9: what happens by itself is not answered; leave that cell"
                                + " empty");
        assertThat(Bank.read(Bank.TEXT + row.formatted("", "")).faults())
                .containsExactly(
                        "bank.feature:9: what happens by itself changes something; say what is so"
                                + " then");
        assertThat(Bank.read(Bank.TEXT + row.formatted("", "balance is 0")).faults()).isEmpty();
        assertThat(Bank.read(Bank.TEXT + "| {coin} by itself | | | balance is 0 |\n").faults())
                .containsExactly(
                        "bank.feature:9: “{coin} by itself”: nothing is said of what a coin has at"
                                + " first");
    }

    /** After an operation of which nothing is said nothing would be known. */
    @Test
    void anOperationThatChangesAThingNeedsARow() {
        assertThat(
                        ContractReader.read(
                                        Bank.text(
                                                Bank.TEXT.replaceAll(
                                                        "\\| somebody deposits.*\n", "")),
                                        domain())
                                .faults())
                .containsExactly(
                        "bank.feature:3: no row says what happens when somebody “deposits {sum:"
                                + " amount} into {account}”");
    }

    @Test
    void theWordsAndReasonsOfADomainAreKnown() {
        ContractText strange =
                Bank.text(
                        Bank.TEXT
                                + "| somebody robs {account} | | accepted | balance is 0 |\n"
                                + "| somebody looks at {account} | | closed | |\n");
        assertThat(ContractReader.read(strange, domain()).faults())
                .hasSize(2)
                .anySatisfy(
                        fault ->
                                assertThat(fault)
                                        .startsWith(
                                                "bank.feature:9: nobody “robs {account}” in this"
                                                        + " domain; what people do is “deposits"))
                .anySatisfy(
                        fault ->
                                assertThat(fault)
                                        .startsWith(
                                                "bank.feature:10: “closed” is no answer; allowed"
                                                        + " are accepted, accepted with facts,"
                                                        + " anything, duplicate"));
    }

    private static Domain domain() {
        Domain.Parameter account = new Domain.Parameter("account", Domain.Type.THING, "account");
        Domain.Parameter sum = new Domain.Parameter("sum", Domain.Type.AMOUNT, null);
        return new Domain(
                Map.of("account", new Domain.Thing("account", "accounts", false, true, Map.of())),
                List.of(
                        action("deposits {sum: amount} into {account}", List.of(sum, account)),
                        action("withdraws {sum: amount} from {account}", List.of(sum, account)),
                        action("looks at {account}", List.of(account))),
                List.of(),
                List.of("not enough money"),
                List.of(),
                List.of(),
                null);
    }

    private static Domain.Action action(String phrase, List<Domain.Parameter> parameters) {
        String noun = phrase.startsWith("looks") ? null : "deed";
        return new Domain.Action(
                phrase.substring(0, phrase.indexOf(' ')),
                phrase,
                noun,
                noun,
                parameters,
                List.of("balance"),
                List.of(),
                false,
                null,
                List.of());
    }
}
