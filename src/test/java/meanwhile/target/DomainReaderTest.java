package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import meanwhile.language.Domain;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile declares of a domain of its own is read, and mistakes are named in one line. */
class DomainReaderTest {
    private static final String SMALL =
            """
            name: mine
            refusals: [{status: 409, means: sold out}]
            domain:
              refusals: [sold out]
              things:
                show:
                  request: POST /shows
                  json: {name: "{name}", seats: "{with:number}"}
                  accepted: [201]
                  answer: {id: /id}
                room: {request: POST /rooms, accepted: [201], answer: {id: /id}}
              operations:
                book:
                  phrase: books a seat at {show}
                  noun: booking
                  request: POST /shows/{show}/bookings
                  accepted: [201]
                look:
                  phrase: "looks at {show}"
                  request: GET /shows/{show}
                  accepted: [200]
                  answer: {free-seats: /free, bookings: "/bookings[]/id"}
              laws: [the free seats of every show are never below 0]
            """;

    private final Profiles profiles = new Profiles();

    private Profile read(String yaml) {
        return profiles.read("mine.yaml", yaml);
    }

    private static Domain shop() {
        return new Profiles().find("src/examples/shop/shop.yaml").declared().domain();
    }

    private static Domain.Action action(String name) {
        return shop().actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theShopHasTheThingsAndRefusalsThatItsProfileNames() {
        assertThat(shop().things().values())
                .containsExactlyInAnyOrder(
                        new Domain.Thing("show", "shows", false, true, Map.of()),
                        new Domain.Thing("coupon", "coupons", false, false, Map.of("uses", "0")),
                        new Domain.Thing("article", "articles", false, true, Map.of()),
                        new Domain.Thing("account", "accounts", false, true, Map.of()),
                        new Domain.Thing("room", "rooms", false, false, Map.of()));
        assertThat(shop().refusals())
                .containsExactly(
                        "sold out",
                        "used up",
                        "out of stock",
                        "not enough money",
                        "no longer free",
                        "taken");
    }

    @Test
    void theShopHasTheOperationsThatItsProfileWords() {
        Domain.Action book = action("book");
        assertThat(book.phrase()).isEqualTo("books a seat at {show}");
        assertThat(List.of(String.valueOf(book.noun()), String.valueOf(book.plural())))
                .containsExactly("booking", "bookings");
        assertThat(book.parameters()).containsExactly(parameter("show", Domain.Type.THING, "show"));
        assertThat(book.facts()).containsExactly("id", "seat");
        assertThat(book.lists()).isEmpty();
        assertThat(book.writes()).isTrue();
        assertThat(book.takenAway()).isFalse();
        assertThat(action("transfer").parameters())
                .containsExactly(
                        new Domain.Parameter("sum", Domain.Type.AMOUNT, null),
                        parameter("from", Domain.Type.THING, "account"),
                        parameter("to", Domain.Type.THING, "account"));
        assertThat(action("look-at-show").facts()).containsExactly("free-seats");
        assertThat(action("look-at-show").lists()).containsExactly("bookings");
        assertThat(action("look-at-show").looksAt()).isEqualTo("show");
        assertThat(action("take-name").takenAway()).isTrue();
        assertThat(shop().actions()).hasSize(13);
    }

    private static Domain.Parameter parameter(
            String name, Domain.Type type, @Nullable String thing) {
        return new Domain.Parameter(name, type, thing);
    }

    @Test
    void aParameterThatNoRequestHasAPlaceForIsRefusedWithItsLine() {
        assertThatThrownBy(
                        () ->
                                read(
                                        SMALL.replace(
                                                "books a seat at {show}",
                                                "\"books {number} seats at {show}\"")))
                .hasMessage(
                        "profile mine.yaml, line 14, domain.operations.book.phrase: no request of"
                                + " book has a place for {number}, so that it would get lost");
    }

    @Test
    void theShopsLawsKnowTheirLines() {
        assertThat(shop().laws())
                .hasSizeGreaterThan(5)
                .allMatch(law -> law.place().matches("profile \\S*shop.yaml, line \\d+"))
                .extracting(Domain.Law::sentence)
                .contains("the sum of balance over all accounts is what they began with");
    }

    @Test
    void everyOperationAndEveryThingIsSentSomehow() {
        Profile.Declarations declared =
                new Profiles().find("src/examples/shop/shop.yaml").declared();
        assertThat(declared.bindings()).hasSize(18).containsKeys("book", "make-show");
        assertThat(declared.cleanUp())
                .containsOnlyKeys(
                        "make-show",
                        "make-coupon",
                        "make-article",
                        "make-account",
                        "make-room",
                        "take-name");
        assertThat(shop().leaves("make-show")).isTrue();
        assertThat(shop().leaves("take-name")).isTrue();
        assertThat(shop().leaves("book")).isFalse();
    }

    @Test
    void aReasonOfTheDomainIsKnownByItsOwnName() {
        assertThat(read(SMALL).dialect().refusals())
                .containsExactly(
                        new Profile.RefusalRule(409, null, null, null, Refusal.OTHER, "sold out"));
    }

    @Test
    void aProfileWithoutADomainDeclaresNothing() {
        Profile profile =
                read("name: mine\noperations: {check-health: {request: GET /, accepted: [200]}}\n");
        assertThat(profile.declared()).isEqualTo(Profile.Declarations.NONE);
        assertThat(profile.declared().domain().isEmpty()).isTrue();
    }

    @Test
    void aProfileWithADomainNeedsNoOperationOfTheGallery() {
        assertThat(read(SMALL).operations()).isEmpty();
        assertThatThrownBy(() -> read("name: mine\n"))
                .hasMessageContaining("operations is missing");
    }

    /** “Looks at "Hamlet"” may mean a show or a room: what is there decides. */
    @Test
    void phrasesMayDifferByTheKindsOfTheirThingsAlone() {
        String both =
                SMALL.replace(
                        "  laws:",
                        """
                            enter: {phrase: "looks at {room}", request: "GET /r/{room}", accepted: [200]}
                          laws:\
                        """);
        assertThat(read(both).declared().domain().actions()).hasSize(3);
    }

    @Test
    void aThingMayBeMadeByTheAdministratorAndHaveAPluralOfItsOwn() {
        String yaml =
                SMALL.replace("room: {", "lorry: {plural: lorries, by: administrator, ")
                        .replace(
                                "request: POST /shows\n",
                                "request: POST /shows\n      by: member\n");
        assertThat(read(yaml).declared().domain().things().values())
                .containsExactlyInAnyOrder(
                        new Domain.Thing("show", "shows", false, true, Map.of()),
                        new Domain.Thing("lorry", "lorries", true, false, Map.of()));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    looks at {show}         | looks at {play}         | line 19, domain.operations.look.phrase: “play” is no kind of parameter; known are show, room, amount, name, number, person, text, time span
                    looks at {show}         | looks at {show: count}  | line 19, domain.operations.look.phrase: “count” is no kind of parameter; known are show, room, amount
                    looks at {show}         | looks at {Show: show}   | line 19, domain.operations.look.phrase: “Show” cannot name a parameter; use small letters, and none of me, refresh-token, token
                    looks at {show}         | looks at {show} with {me: text} | line 19, domain.operations.look.phrase: “me” cannot name a parameter; use small letters, and none of me, refresh-token, token
                    looks at {show}         | looks at {show} {show}  | line 19, domain.operations.look.phrase: “show” cannot name a parameter twice
                    looks at {show}         | books a seat at {show}  | line 19, domain.operations.look.phrase: another operation has the same phrase
                    looks at {show}         | books a seat at {seat: show} | line 19, domain.operations.look.phrase: another operation has the same phrase
                    looks at {show}         | Looks at {show}         | line 19, domain.operations.look.phrase: “Looks at {show}” does not fit; allowed are what is said of who does it, like “books a seat at {show}”
                    looks at {show}         | ``                      | line 19, domain.operations.look.phrase: “” does not fit; allowed are what is said of who does it
                    looks at {show}         | {show} is looked at     | line 19, domain.operations.look.phrase: “{show} is looked at” does not fit; allowed are what is said
                    phrase: "looks at {show}" | noun: look            | line 18: domain.operations.look.phrase is missing
                    look:                   | Look:                   | line 18, domain.operations.Look: “Look” cannot name an operation of a domain; use small letters and dashes, and no operation of the gallery
                    look:                   | look at:                | line 18, domain.operations.look at: “look at” cannot name an operation of a domain
                    look:                   | cast-vote:              | line 18, domain.operations.cast-vote: “cast-vote” cannot name an operation of a domain; use small letters and dashes, and no operation of the gallery
                    look:                   | make-show:              | line 18, domain.operations.make-show: two operations are called “make-show”
                    look:                   | book:                   | line 18, domain.operations.book: appears twice
                    room: {                 | Room: {                 | line 11, domain.things.Room: “Room” cannot name a thing; use small letters, and none of show, amount, name, number, person, text, time span
                    room: {                 | number: {               | line 11, domain.things.number: “number” cannot name a thing; use small letters, and none of show, amount
                    room: {                 | `room: {by: someone, `  | line 11, domain.things.room.by: “someone” does not fit; allowed are administrator, member
                    room: {                 | `room: {plural: Rooms, ` | line 11, domain.things.room.plural: “Rooms” does not fit; allowed are words in small letters
                    room: {                 | `room: {plural: shows, ` | line 11, domain.things.room: two things have the plural “shows”
                    room: {                 | `room: {colour: red, `  | line 11: “colour” is not known here; known are accepted, answer, begins, body, by, clean-up
                    , answer: {id: /id}}    | }                       | line 11, domain.things.room: the answer must name the “id” of the room
                    , answer: {id: /id}}    | , answer: {name: /n}}   | line 11, domain.things.room: the answer must name the “id” of the room
                    , answer: {id: /id}}    | `, answer: {id: "/ids[]"}}` | line 11, domain.things.room: the answer must name the “id” of the room
                    request: POST /rooms,   | ``                      | line 11: domain.things.room.request is missing
                    POST /rooms, accepted: [201] | POST /rooms        | line 11: domain.things.room.accepted is missing
                    request: GET /shows/{show} | json: {}             | line 18: domain.operations.look.request is missing
                    request: GET /shows/{show} | request: SEE /{show} | line 20, domain.operations.look.request: “SEE /{show}” does not fit; allowed are a method and a path
                    request: GET /shows/{show} | request: GET /{play} | line 20, domain.operations.look.request: unknown placeholder {play} in look; known here are me, refresh-token, show, token
                    {with:number}           | {seats:number}          | line 8, domain.things.show.json: unknown placeholder {seats} in make-show; known here are me, name, refresh-token, token, with
                    {with:number}           | {with:digits}           | line 8, domain.things.show.json: unknown type in {with:digits}; known are {with:number} and {with:text}
                    free-seats: /free       | free seats: /free       | line 22, domain.operations.look.answer.free seats: a name has only lower-case letters, digits and dashes
                    noun: booking           | noun: Booking           | line 15, domain.operations.book.noun: “Booking” does not fit; allowed are words in small letters
                    noun: booking           | nuon: booking           | line 15: “nuon” is not known here; known are accepted, answer, body, clean-up, does, first, form, headers, json, multipart, noun, phrase, plural, query, request, session, undoes
                    json: {name: "{name}", seats: "{with:number}"} | body: "{nam}" | line 8, domain.things.show.body: unknown placeholder {nam} in make-show; known here are me, name
                    answer: {free-seats     | `noun: look\n      plural: bookings\n      answer: {free-seats` | line 18, domain.operations.look: “bookings” is the word for two nouns
                    [sold out]              | [Sold out]              | line 4, domain.refusals: “Sold out” does not fit; allowed are words in small letters
                    [sold out]              | sold out                | line 4, domain.refusals: “sold out” does not fit; allowed are lists
                    [sold out]              | [used up]               | line 2, refusals.means: “sold out” does not fit; allowed are not-signed-in, forbidden, never-known
                    things:                 | thinks:                 | line 5: “thinks” is not known here; known are contract, laws, operations, people, refusals, sinks, things
                    laws: [the              | `people: [eva, the`     | line 23, domain.people: “eva” does not fit; allowed are first names, like Eva
                    laws: [                 | `laws: [[a], `          | line 23, domain.laws: “a list” does not fit; allowed are texts
                    """)
    void aMistakeIsNamedWithItsLineAndWhatIsAllowed(
            String right, @Nullable String wrong, String message) {
        assertThat(SMALL).contains(right);
        assertThatThrownBy(() -> read(SMALL.replace(right, wrong == null ? "" : wrong)))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile mine.yaml, line ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aDomainWithoutOperationsIsRefused() {
        assertThatThrownBy(() -> read("name: mine\ndomain: {refusals: []}\n"))
                .hasMessage("profile mine.yaml, line 2: domain.operations is missing");
    }

    /** The list of what a refusal may mean ends with the domain's own reasons. */
    @Test
    void anUnknownReasonIsAnsweredWithTheDomainsOwnToo() {
        assertThatThrownBy(() -> read(SMALL.replace("means: sold out", "means: soled out")))
                .hasMessageStartingWith(
                        "profile mine.yaml, line 2, refusals.means: “soled out” does not fit;"
                                + " allowed are ")
                .hasMessageContaining(" other,")
                .hasMessageEndingWith(", sold out");
    }

    @Test
    void aCleanUpKnowsTheValuesAndTheAnswerOfWhatItTakesAway() {
        String known = "noun: booking\n      clean-up: {request: \"DELETE /%s\", accepted: [200]}";
        String answered = SMALL.replace("bookings\n", "bookings\n      answer: {id: /id}\n");
        assertThatCode(
                        () ->
                                read(
                                        answered.replace(
                                                "noun: booking", known.formatted("{show}/{id}"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> read(SMALL.replace("noun: booking", known.formatted("{show}/{id}"))))
                .hasMessage(
                        "profile mine.yaml, line 16,"
                                + " domain.operations.book.clean-up.request: unknown placeholder"
                                + " {id} in clean-up of book; known here are me, refresh-token,"
                                + " show, token");
    }
}
