package meanwhile.check.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanwhile.language.Domain;

/** A contract, written as in a feature. */
final class Bank {
    static final String TEXT =
            """
            each account has at first:
            | balance | its number |
            one at a time this happens:
            | who does what | while | is answered | and then |
            | somebody deposits {sum} into {account} | | accepted | balance is balance + sum |
            | somebody withdraws {sum} from {account} | balance >= sum | accepted | balance is balance - sum |
            | somebody withdraws {sum} from {account} | balance < sum | not enough money | |
            | somebody looks at {account} | | accepted with balance | |
            """;

    private Bank() {}

    /** Lines with bars are the rows of the step above them; line numbers count from 1. */
    static ContractText text(String written) {
        List<ContractText.Table> tables = new ArrayList<>();
        List<String> lines = written.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("|")) {
                List<List<String>> rows = new ArrayList<>();
                for (int j = i + 1; j < lines.size() && lines.get(j).startsWith("|"); j++) {
                    rows.add(
                            Arrays.stream(
                                            lines.get(j)
                                                    .substring(1, lines.get(j).length() - 1)
                                                    .split("\\|", -1))
                                    .map(String::strip)
                                    .toList());
                }
                tables.add(new ContractText.Table("bank.feature", i + 1, lines.get(i), rows));
            }
        }
        return new ContractText(tables);
    }

    static ContractReader.Read read(String written) {
        return ContractReader.read(text(written), Domain.NONE);
    }

    static ContractTable table(String written) {
        ContractReader.Read read = read(written);
        if (!read.faults().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", read.faults()));
        }
        return read.table();
    }
}
