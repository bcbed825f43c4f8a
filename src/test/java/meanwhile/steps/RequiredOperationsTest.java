package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredOperationsTest {
    private final RequiredOperations needs = new RequiredOperations();

    @Test
    void aStepNeedsWhatItsDefinitionMaySend() {
        assertThat(needs.of("Ana has uploaded \"Tabby\"", List.of()))
                .containsExactlyInAnyOrder("upload-image", "read-image");
        assertThat(needs.of("the totals of \"Tabby\" equal the list of its votes", List.of()))
                .containsExactlyInAnyOrder("read-image", "list-votes");
    }

    @Test
    void theRowsOfATableCount() {
        assertThat(
                        needs.of(
                                "at the same moment, 10 times over:",
                                List.of(
                                        List.of("Ana", "deletes \"Tabby\""),
                                        List.of("Ben", "votes up on \"Tabby\""))))
                .containsExactlyInAnyOrder("delete-image", "cast-vote");
    }

    @Test
    void anAdministratorIsNeededWhereMaraActs() {
        assertThat(needs.of("Ana may upload 4 images in any 5 seconds", List.of()))
                .containsExactlyInAnyOrder("set-allowance", RequiredOperations.ADMINISTRATOR);
    }
}
