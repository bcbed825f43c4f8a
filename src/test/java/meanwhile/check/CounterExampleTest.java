package meanwhile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.language.Operation;
import meanwhile.language.OperationDescription;
import meanwhile.language.VoteValue;
import org.junit.jupiter.api.Test;

class CounterExampleTest {
    @Test
    void aCounterExampleIsToldAsOneText() {
        Told told = new Told().up("Ana", 1_000, 1_002).sees("Ben", 1_010, 1_011, 0, 0);
        CounterExample why =
                new CounterExample(
                        "Expected at least 1, saw 0", told.history().calls(), "It was confirmed");
        assertThat(why.told(id -> "Tabby"))
                .isEqualTo(
                        """
                        Expected at least 1, saw 0.
                          0.0–2.0 ms: Ana %s “Tabby” and is accepted.
                          10.0–11.0 ms: Ben %s “Tabby” and sees it ready with 0 up, 0 down.
                        It was confirmed.\
                        """
                                .formatted(
                                        verb(Told.vote(VoteValue.UP)),
                                        verb(new Operation.ReadImage(Told.TABBY))));
        assertThat(new CounterExample("e", List.of(), "c").story(id -> id)).isEmpty();
    }

    @Test
    void timesOfASecondAndMoreAreToldInSeconds() {
        Told told = new Told().up("Ana", 0, 999).up("Ben", 1, 1_000);
        assertThat(new CounterExample("e", told.history().calls(), "c").told(id -> "Tabby"))
                .contains("0.0–999.0 ms: Ana", "1.0 ms to 1.00 s: Ben");
    }

    private static String verb(Operation operation) {
        return OperationDescription.describe(operation, id -> "Tabby").replace(" “Tabby”", "");
    }
}
