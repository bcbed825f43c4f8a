package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import meanwhile.language.Domain;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private final Phrases cells = RowPhrases.of(Wording.of(Domain.NONE)).cells();

    @Test
    void aCellIsUnderstoodAsAStepWouldBe() {
        Phrases.Said said = cells.resolve("Ben on his phone votes up on \"Tabby\"");
        assertThat(said.phrase()).isEqualTo("{actor} votes {direction} on {image}");
        assertThat(said.arguments()).hasSize(3);
        assertThat(said.arguments()[0]).hasToString("Ben on his phone");
    }

    @Test
    void aTypoIsAnsweredWithTheNearestPhrases() {
        assertThatThrownBy(() -> cells.resolve("Ben vots up on \"Tabby\""))
                .hasMessageContaining("no phrase fits “Ben vots up on \"Tabby\"”")
                .hasMessageContaining("“{actor} votes {direction} on {image}”");
    }

    @Test
    void anUnknownActorIsATypoToo() {
        assertThatThrownBy(() -> cells.resolve("Bob votes up on \"Tabby\""))
                .isInstanceOf(Phrases.UnknownPhrase.class);
    }

    @Test
    void aCrowdStandsForSoManySentences() {
        assertThat(Sentences.ofTable(List.of(List.of("each of 3 members", "uploads an image"))))
                .containsExactly(
                        "member 1 uploads an image",
                        "member 2 uploads an image",
                        "member 3 uploads an image");
        assertThat(Sentences.ofTable(List.of(List.of("Ana on 2 devices", "deletes \"Tabby\""))))
                .containsExactly(
                        "Ana on device 1 deletes \"Tabby\"", "Ana on device 2 deletes \"Tabby\"");
    }

    @Test
    void aRowThatDoesNotSayWhoAndWhatIsRefused() {
        assertThatThrownBy(() -> Sentences.ofTable(List.of(List.of("Ana"))))
                .hasMessage("a row needs two cells, who and what, not [Ana]");
    }

    @Test
    void everyProofreadFaultNamesItsPlace() {
        Proofreader proofreader = new Proofreader(Wording.of(Domain.NONE));
        proofreader.read(
                "a.feature",
                7,
                "at the same moment, 2 times over:",
                List.of(List.of("Ana", "delets \"Tabby\""), List.of("Ben", "uploads an image")));
        assertThat(proofreader.faults()).hasSize(1);
        assertThat(proofreader.faults().getFirst()).startsWith("a.feature:8: no phrase fits");
    }

    @Test
    void aRowOfManyMembersThatFitsNoPhraseIsAFaultOnce() {
        Proofreader proofreader = new Proofreader(Wording.of(Domain.NONE));
        proofreader.read(
                "a.feature",
                7,
                "at the same moment, 2 times over:",
                List.of(
                        List.of("each of 10 members", "delets \"Tabby\""),
                        List.of("Ana on 8 devices", "uploads an image, then lokks around")));
        assertThat(proofreader.faults()).hasSize(2);
        assertThat(proofreader.faults().getFirst()).startsWith("a.feature:8: no phrase fits");
        assertThat(proofreader.faults().getLast()).startsWith("a.feature:9: no phrase fits");
    }

    @Test
    void aLookBackNeedsSomethingThatHappens() {
        Proofreader proofreader = new Proofreader(Wording.of(Domain.NONE));
        proofreader.read("a.feature", 5, "the other scenarios have been played", List.of());
        proofreader.read("a.feature", 6, "the last of them has ended", List.of());
        proofreader.read("a.feature", 7, LookBack.ENDED, List.of());
        assertThat(proofreader.faults())
                .containsExactly(
                        "a.feature:7: “every action has ended in good time” looks back at what"
                                + " others did, and no step of these features does anything");
        proofreader.read("b.feature", 3, "Ana has uploaded \"Tabby\"", List.of());
        assertThat(proofreader.faults()).isEmpty();
    }

    @Test
    void stepDefinitionsAreMethodsThatReturnNothing() {
        for (Class<?> stepClass : RowPhrases.CLASSES) {
            List<Method> steps =
                    Arrays.stream(stepClass.getMethods())
                            .filter(method -> method.getDeclaringClass() == stepClass)
                            .toList();
            assertThat(steps).isNotEmpty();
            assertThat(steps).allMatch(method -> method.getReturnType() == void.class);
        }
    }
}
