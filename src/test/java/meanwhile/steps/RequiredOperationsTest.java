package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meanwhile.language.Capability;
import meanwhile.language.Domain;
import org.junit.jupiter.api.Test;

class RequiredOperationsTest {
    private final RequiredOperations needs = new RequiredOperations(Wording.of(Domain.NONE));

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

    @Test
    void anExampleNeedsWhatItsStepsAskTheTargetFor() {
        ExampleNeeds.Needs needs =
                new ExampleNeeds(Wording.of(Domain.NONE))
                        .of(
                                List.of(
                                        step("Ana has uploaded \"Tabby\""),
                                        new ExampleNeeds.Step(
                                                "at the same moment, 10 times over:",
                                                List.of(
                                                        List.of(
                                                                "Ben on 2 devices",
                                                                "votes up on \"Tabby\""),
                                                        List.of(
                                                                "each of 3 members",
                                                                "votes up on \"Tabby\""))),
                                        step("Ben has exactly one vote on \"Tabby\"")));
        assertThat(needs.operations())
                .containsExactlyInAnyOrder("upload-image", "read-image", "cast-vote", "list-votes");
        assertThat(needs.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.ONE_VOTE_PER_MEMBER, Capability.REPEATED_VOTE_STANDS);
        assertThat(needs.actors()).as("with two devices of Ben's, and Ben").isEqualTo(7);
        assertThat(
                        new ExampleNeeds(Wording.of(Domain.NONE))
                                .of(
                                        List.of(
                                                step(
                                                        "Ana has just uploaded a damaged file as"
                                                                + " \"X\""),
                                                step("Ben votes up on \"X\""),
                                                step("Ben votes down on \"X\"")))
                                .capabilities())
                .containsExactly(Capability.LOOKS_INTO_PICTURES);
    }

    private static ExampleNeeds.Step step(String words) {
        return new ExampleNeeds.Step(words, List.of());
    }
}
