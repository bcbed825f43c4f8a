package meanwhile.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import meanwhile.language.ActorName;
import meanwhile.language.Domain;
import meanwhile.steps.DomainWords.Deed;
import meanwhile.steps.DomainWords.NewThing;
import meanwhile.steps.DomainWords.Reading;
import meanwhile.target.Profiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A declared domain is spoken of in its own words, in steps, cells, crowds and “meanwhile”. */
class DomainWordsTest {
    private static final ActorName ANA = new ActorName("Ana", null);

    private static final Domain SHOP =
            new Profiles().find("src/examples/shop/shop.yaml").declared().domain();

    /** One operation for each type of parameter, and phrases full of punctuation. */
    private static final String ODD_PROFILE =
            """
            name: odd
            domain:
              things:
                "actor's desk": {request: POST /d, accepted: [201], answer: {id: /id}}
                lorry: {plural: lorries, by: administrator, request: POST /l, accepted: [201], answer: {id: /id}}
              operations:
                thing: {phrase: "parks {lorry}", request: POST /, query: {a: "{lorry}"}, accepted: [200]}
                number: {phrase: "climbs {number} steps", request: POST /, query: {a: "{number}"}, accepted: [200]}
                amount: {phrase: "pays {amount} euros", request: POST /, query: {a: "{amount}"}, accepted: [200]}
                text: {phrase: "says {words: text}", request: POST /, query: {a: "{words}"}, accepted: [200]}
                name: {phrase: "is called {name}", request: POST /, query: {a: "{name}"}, accepted: [200]}
                span: {phrase: "waits for {how long: time span}", request: POST /, query: {a: "{how-long}"}, accepted: [200]}
                person: {phrase: "greets {person}", request: POST /, query: {a: "{person}"}, accepted: [200]}
                apostrophe: {phrase: "takes the actor's {part: text}", request: POST /, query: {a: "{part}"}, accepted: [200]}
                dot: {phrase: "scores {number}.0 vs. nobody", request: POST /, query: {a: "{number}"}, accepted: [200]}
                parenthesis: {phrase: "sings (softly) [in /c] at {actors desk: actor's desk}", request: POST /, query: {a: "{actors-desk}"}, accepted: [200]}
                plus: {phrase: "adds {a: number}+{b: number} = ^$*?!", request: POST /, query: {a: "{a}", b: "{b}"}, accepted: [200]}
                backslash: {phrase: 'opens C:\\dir & "quotes"', request: POST /, accepted: [200]}
            """;

    @TempDir private static Path folder;

    private static Domain odd = Domain.NONE;

    @BeforeAll
    static void read() throws IOException {
        Path profile = Files.writeString(folder.resolve("odd.yaml"), ODD_PROFILE);
        odd = new Profiles().find(profile.toString()).declared().domain();
    }

    private static Phrases.Said said(Domain domain, String sentence) {
        return RowPhrases.of(Wording.of(domain)).cells().resolve(sentence);
    }

    private static Deed deed(Domain domain, String does) {
        Phrases.Said said = said(domain, "Ana " + does);
        assertThat(said.phrase()).isEqualTo("{person} {deed}");
        assertThat(said.arguments()[0]).isEqualTo(ANA);
        return (Deed) Objects.requireNonNull(said.arguments()[1]);
    }

    private static Reading only(Domain domain, String does) {
        Deed deed = deed(domain, does);
        assertThat(deed.readings()).hasSize(1);
        return deed.readings().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    parks "Big Bob"              | thing       | {lorry=Big Bob}
                    climbs 12 steps              | number      | {number=12}
                    climbs -3 steps              | number      | {number=-3}
                    pays 12.50 euros             | amount      | {amount=12.50}
                    pays 7 euros                 | amount      | {amount=7}
                    says "12 o'clock (at last)"  | text        | {words=12 o'clock (at last)}
                    says ""                      | text        | {words=}
                    is called "Tiger"            | name        | {name=Tiger}
                    waits for 30 minutes         | span        | {how-long=30 minutes}
                    waits for 1 day              | span        | {how-long=1 day}
                    greets Ben                   | person      | {person=Ben}
                    greets member 12             | person      | {person=member 12}
                    takes the actor's "hat"      | apostrophe  | {part=hat}
                    scores 3.0 vs. nobody        | dot         | {number=3}
                    sings (softly) [in /c] at "Stage" | parenthesis | {actors-desk=Stage}
                    adds 1+2 = ^$*?!            | plus        | {a=1, b=2}
                    opens C:\\dir & "quotes"     | backslash   | {}
                    """)
    void aSentenceMeansItsOperationWithWhatWasSaid(String does, String name, String spoken) {
        Reading reading = only(odd, does);
        assertThat(reading.action().name()).isEqualTo(name);
        assertThat(new TreeMap<>(reading.spoken())).hasToString(spoken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "climbs 1.5 steps",
                "climbs many steps",
                "pays 1, euros",
                "pays 12.50 euros and leaves",
                "parks Bob",
                "parks \"\"",
                "is called \"\"",
                "waits for 30 minuets",
                "greets Eve",
                "scores 3x0 vs. nobody",
                "sings softly [in /c] at \"Stage\"",
                "adds 12 = ^$*?!",
            })
    void whatDoesNotFitItsTypeOrItsLettersIsUnknown(String does) {
        assertThatThrownBy(() -> said(odd, "Ana " + does))
                .isInstanceOf(Phrases.UnknownPhrase.class);
    }

    @Test
    void aTransferNamesBothItsAccountsAndItsSum() {
        Reading transfer = only(SHOP, "transfers 12.5 from \"Ana's\" to \"Ben's\"");
        assertThat(transfer.action().name()).isEqualTo("transfer");
        assertThat(transfer.spoken())
                .isEqualTo(Map.of("sum", "12.5", "from", "Ana's", "to", "Ben's"));
    }

    @Test
    void aStoryQuotesAsProseDoes() {
        assertThat(deed(SHOP, "transfers 5 from \"A\" to \"B\"").said())
                .isEqualTo("transfers 5 from “A” to “B”");
    }

    /** “Looks at "Hamlet" 3 times” is a phrase of the gallery too. */
    @Test
    void theWordsOfTheDomainWinOverTheGallerys() {
        assertThat(said(Domain.NONE, "Ana looks at \"Hamlet\" 3 times").phrase())
                .isEqualTo("{actor} looks at {image} {int} times");
        for (Phrases phrases :
                List.of(
                        RowPhrases.of(Wording.of(SHOP)).cells(),
                        PhraseCatalogue.steps(Wording.of(SHOP)))) {
            assertThat(phrases.resolve("Ana looks at \"Hamlet\"").phrase())
                    .isEqualTo("{person} {deed}");
            assertThat(phrases.resolve("Ana looks at \"Hamlet\" 3 times").phrase())
                    .isEqualTo("{person} {deed} {int} times");
        }
    }

    @Test
    void theGallerysOtherPhrasesAreStillThere() {
        assertThat(said(SHOP, "Ben on his phone votes up on \"Tabby\"").phrase())
                .isEqualTo("{actor} votes {direction} on {image}");
    }

    @Test
    void aSentenceThatFitsSeveralThingsHasSeveralMeanings() {
        assertThat(deed(SHOP, "looks at \"Hamlet\"").readings())
                .extracting(reading -> reading.action().name())
                .containsExactlyInAnyOrder(
                        "look-at-show",
                        "look-at-coupon",
                        "look-at-article",
                        "look-at-account",
                        "look-at-room");
    }

    @Test
    void whateverIsDoneCanBeDoneSeveralTimes() {
        Phrases.Said said = said(SHOP, "Ana on her tablet buys 2 of \"Lamp\" 3 times");
        assertThat(said.phrase()).isEqualTo("{person} {deed} {int} times");
        assertThat(said.arguments()[0]).isEqualTo(new ActorName("Ana", "her tablet"));
        assertThat(
                        ((Deed) Objects.requireNonNull(said.arguments()[1]))
                                .readings()
                                .getFirst()
                                .spoken())
                .isEqualTo(Map.of("quantity", "2", "article", "Lamp"));
        assertThat(said.arguments()[2]).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana,              Ana,",
        "Mara,             Mara,",
        "member 12,        member 12,",
        "Ben on his phone, Ben,       his phone",
        "Ana on device 2,  Ana,       device 2"
    })
    void everybodyMayDoItOnAnyDevice(String who, String name, @Nullable String device) {
        assertThat(said(SHOP, who + " redeems \"WELCOME\"").arguments()[0])
                .isEqualTo(new ActorName(name, device));
    }

    @Test
    void aSentenceStandsInTablesCrowdsAndMeanwhileToo() {
        Proofreader proofreader = new Proofreader(Wording.of(SHOP));
        proofreader.read(
                "shop.feature",
                1,
                "at the same moment, 5 times over:",
                List.of(
                        List.of("each of 3 members", "books a seat at \"Hamlet\""),
                        List.of("Ana on 2 devices", "redeems \"X\", then looks at \"X\""),
                        List.of("Ben on his phone", "looks at \"Hamlet\" 3 times")));
        proofreader.read(
                "shop.feature",
                5,
                "8 members arrive within 1 second and each books a seat at \"Hamlet\"",
                List.of());
        proofreader.read("shop.feature", 6, "meanwhile Ana on her tablet redeems \"X\"", List.of());
        assertThat(proofreader.faults()).isEmpty();
        assertThat(proofreader.used())
                .containsExactlyInAnyOrder(
                        "at the same moment, {int} times over:",
                        "{person} {deed}",
                        "{person} {deed} {int} times",
                        "{int} members arrive within {int} second(s) and each {sentence}",
                        "meanwhile {sentence}");
    }

    @Test
    void aThingsNameMayHaveSeveralWords() {
        Phrases.Said said =
                PhraseCatalogue.steps(Wording.of(odd)).resolve("an actor's desk \"Window\"");
        Domain.Thing desk = Objects.requireNonNull(odd.things().get("actor's desk"));
        assertThat(said.arguments()).containsExactly(new NewThing(desk, "Window", null));
        assertThat(desk.maker()).isEqualTo("make-actor's-desk");
    }
}
