package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meanwhile.language.Domain;
import meanwhile.target.openapi.NewProfile;
import meanwhile.target.openapi.OpenPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A profile that is written from an OpenAPI document is read without a mistake. */
class NewProfileTest {
    private static final String DOCUMENTS = "src/test/resources/openapi/";

    private final Profiles profiles = new Profiles(_ -> "secret");
    @TempDir private Path folder;

    private static NewProfile written(String document) {
        return NewProfile.from(DOCUMENTS + document);
    }

    private Profile read(String document) {
        return profiles.read("new.yaml", written(document).yaml());
    }

    private static Domain.Action action(Profile profile, String name) {
        return profile.declared().domain().actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Binding.Request sent(Profile profile, String name) {
        Binding binding = profile.declared().bindings().get(name);
        assertThat(binding).as(name).isNotNull();
        return java.util.Objects.requireNonNull(binding).last();
    }

    private static List<String> open(String document) {
        return written(document).open().stream().map(OpenPoint::sentence).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/resources/openapi/tickets.yaml",
                "src/test/resources/openapi/payments.json",
                "src/test/resources/openapi/forge.yaml",
                "src/main/resources/gallery/openapi.json"
            })
    void theReaderAndTheSchemaAcceptIt(String document) {
        NewProfile written = NewProfile.from(document);
        Profile profile = profiles.read("new.yaml", written.yaml());
        assertThat(profile.doors()).isNotEmpty();
        assertThat(profile.declared().domain().actions()).isNotEmpty();
        String json =
                JsonMapper.shared()
                        .writeValueAsString(Entry.parse("new.yaml", written.yaml()).value());
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(Profiles.schema())
                                .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets.yaml", "payments.json", "forge.yaml"})
    void whatIsOpenStandsInTheProfileAtTheLineThatTheListNames(String document) {
        NewProfile written = written(document);
        List<String> lines = written.yaml().lines().toList();
        assertThat(written.open())
                .isNotEmpty()
                .allSatisfy(
                        open ->
                                assertThat(open.sentence())
                                        .endsWith(
                                                lines.get(open.line() - 1)
                                                        .strip()
                                                        .replaceFirst("^# \\? ", "")));
        assertThat(lines.stream().filter(line -> line.strip().startsWith("# ?")))
                .hasSameSizeAs(written.open());
    }

    @Test
    void whatIsMadeAtAPathOfItsOwnAndAnsweredWithAnIdIsAThing() {
        Profile profile = read("tickets.yaml");
        Domain.Thing show = profile.declared().domain().things().get("show");
        assertThat(show).isNotNull();
        assertThat(show.counted()).isTrue();
        Binding.Request made = sent(profile, "make-show");
        assertThat(made.method() + " " + made.path()).isEqualTo("POST /shows");
        assertThat(made.body())
                .hasToString("Json[template={name={name}, seats={with:number}, hall=Great Hall}]");
        assertThat(made.accepted()).containsExactly(201);
        assertThat(made.answer()).containsEntry("id", "/id");
        assertThat(profile.declared().cleanUp().get("make-show"))
                .asString()
                .contains("method=DELETE, path=/shows/{id}", "accepted=[204]");
        assertThat(profile.declared().domain().things()).hasSize(1);
    }

    @Test
    void whatPeopleDoHasAPhraseANounAndTypedParameters() {
        Profile profile = read("tickets.yaml");
        Domain.Action book = action(profile, "post-shows-show-id-bookings");
        assertThat(book.phrase())
                .isEqualTo(
                        "books seats at {show} with seats {seats: number} and category {category:"
                                + " text} and rebate {rebate: amount}");
        assertThat(book.noun()).isEqualTo("booking");
        assertThat(book.parameters().getFirst().thing()).isEqualTo("show");
        Binding.Request sent = sent(profile, book.name());
        assertThat(sent.path()).isEqualTo("/shows/{show}/bookings");
        assertThat(sent.body())
                .asString()
                .contains(
                        "buyer={me}",
                        "seats={seats:number}",
                        "category={category}",
                        "rebate={rebate:number}")
                .doesNotContain("comment");
        assertThat(sent.answer()).containsEntry("id", "/id").containsEntry("seat", "/seat");
        assertThat(profile.declared().cleanUp().get(book.name()))
                .asString()
                .contains("path=/shows/{show}/bookings/{id}");
        assertThat(action(profile, "post-shows-show-id-close").noun()).isEqualTo("show closing");
        assertThat(action(profile, "delete-shows-show-id-bookings-booking-id").phrase())
                .isEqualTo("cancels booking {booking: text} for {show}");
    }

    @Test
    void looksCarryNumbersAndIdsThatEachAnswerHas() {
        Profile profile = read("tickets.yaml");
        Domain.Action look = action(profile, "get-shows-show-id");
        assertThat(look.phrase()).isEqualTo("gets details of {show}");
        assertThat(look.writes()).isFalse();
        assertThat(look.facts()).containsExactly("free", "id", "seats");
        assertThat(look.lists()).containsExactly("bookings");
        assertThat(sent(profile, "get-shows").answer()).containsEntry("shows", "[]/id");
        assertThat(open("tickets.yaml"))
                .contains(
                        "laws: what holds whenever all is quiet, like laws: [the seats of every"
                                + " show are never below 0]");
    }

    @Test
    void membersSignUpAndLogInIfTheDocumentHasBoth() {
        Profile profile = read("tickets.yaml");
        assertThat(profile.access().accounts()).isEqualTo(Profile.Accounts.SIGN_UP);
        assertThat(profile.access().session()).containsEntry("Authorization", "Bearer {token}");
        assertThat(profile.operations()).containsOnlyKeys("sign-up", "log-in");
        assertThat(profile.doors()).hasToString("[https://eu.tickets.example.org/v1]");
        assertThat(written("tickets.yaml").yaml())
                .contains("# other servers: https://staging.tickets.example.org/v1");
    }

    @Test
    void refusalsHaveTheMeaningOfTheirStatusOrTheirDescriptionOrTheirCode() {
        assertThat(read("tickets.yaml").dialect().refusals())
                .extracting(
                        rule ->
                                rule.status()
                                        + " "
                                        + (rule.named() == null
                                                ? rule.means().key()
                                                : rule.named()))
                .containsExactly("404 never-known", "409 sold out", "429 throttled");
        assertThat(read("payments.json").dialect().refusals())
                .extracting(rule -> rule.where() + " " + rule.says() + " " + rule.named())
                .containsExactly(
                        "/code card_declined card declined",
                        "/code insufficient_funds insufficient funds");
        assertThat(open("forge.yaml"))
                .anyMatch(
                        open ->
                                open.startsWith(
                                        "refusals: 409 means: It was changed meanwhile / another:"
                                                + " reason; "));
    }

    @Test
    void formsAndKeysAreSentAsTheyAre() {
        Profile profile = read("payments.json");
        assertThat(profile.access().headers()).containsEntry("Authorization", "Basic {key}");
        assertThat(sent(profile, "make-customer").body())
                .isEqualTo(
                        new Binding.Fields(
                                java.util.Map.of(
                                        "email", "{name}@example.org",
                                        "tags", "new",
                                        "address[city]", "a text")));
        Binding.Request charge = sent(profile, "post-v1-charges");
        assertThat(charge.headers()).containsEntry("Idempotency-Key", "{idempotency}");
        assertThat(charge.body())
                .isEqualTo(
                        new Binding.Fields(
                                java.util.Map.of(
                                        "customer", "{customer}",
                                        "amount", "{amount}",
                                        "currency", "{currency}",
                                        "capture", "true")));
        assertThat(sent(profile, "get-v1-charges").answer()).containsEntry("data", "/data[]/id");
        assertThat(open("payments.json"))
                .anyMatch(
                        open ->
                                open.equals(
                                        "customer: address: sent as address[…], which is a guess"))
                .anyMatch(
                        open ->
                                open.equals(
                                        "customer: tags: a form of a profile sends one of them"));
    }

    @Test
    void whatCannotBeGuessedIsNamed() {
        assertThat(open("forge.yaml"))
                .anyMatch(open -> open.startsWith("doors: “/api/v1” does not say on which host"))
                .anyMatch(
                        open ->
                                open.startsWith(
                                        "domain: things: no “hook”, as the answer to POST /hooks"
                                                + " names no id"))
                .anyMatch(open -> open.contains("application/octet-stream"))
                .anyMatch(open -> open.contains("elsewhere: another way to sign in, left out"))
                .anyMatch(
                        open ->
                                open.contains(
                                        "“labels.yaml#/Labels” is in another file, which was not"
                                                + " read"))
                .anyMatch(open -> open.contains("made up, as the document gives no example: url"))
                .anyMatch(open -> open.contains("the document names no status of success"));
        Profile profile = read("forge.yaml");
        assertThat(profile.doors()).hasToString("[http://localhost:8080/api/v1]");
        assertThat(action(profile, "post-hooks").phrase())
                .isEqualTo("adds a hook really with url {url: text}");
        assertThat(action(profile, "get-person").phrase())
                .isEqualTo("gets person {person: number}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"swagger": "2.0", "paths": {}}    | is a document of Swagger 2.0; only OpenAPI 3 is read, to which converters lead
                    {"title": "a schema"}              | is no OpenAPI 3 document: it has no field “openapi”
                    [1, 2]                             | is no OpenAPI 3 document: it has no field “openapi”
                    {"openapi": "4.1"}                 | is a document of OpenAPI 4.1; allowed is 3
                    {"openapi": "3.0.0"}               | describes no path with an operation: there is nothing to write
                    openapi: "3.0.0"\\npaths: {/a: {}} | describes no path with an operation: there is nothing to write
                    {"openapi": "3.0.0", "paths"       | , line 1: this is not YAML
                    openapi: "3.1"\\nopenapi: "3.0"    | , line 2, openapi: appears twice
                    """)
    void aMistakeIsNamedInOneLine(String text, String message) throws IOException {
        Path file = folder.resolve("my-api.json");
        Files.writeString(file, text.replace("\\n", "\n"));
        assertThatThrownBy(() -> NewProfile.from(file.toString()))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThatThrownBy(() -> NewProfile.from("nowhere.yaml"))
                .hasMessage("nowhere.yaml cannot be read: it does not exist");
        Path binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> NewProfile.from(binary.toString()))
                .hasMessage(binary + " cannot be read: it is not a text in UTF-8");
    }

    /**
     * An API's description is longer than a profile may be, and JSON is indented by tabs as well.
     */
    @Test
    void aLongDocumentWithTabsIsRead() throws IOException {
        StringBuilder text =
                new StringBuilder("\uFEFF{\n\t\"openapi\": \"3.0.0\",\n\t\"paths\": {\n");
        for (int i = 0; i < 15_000; i++) {
            text.append(
                    "\t\t\"/things-%d\": {\"get\": {\"responses\": {\"200\": {\"description\": \"\\u00fc\\/\"}}}},\n"
                            .formatted(i));
        }
        text.append("\t\t\"/last\": {\"get\": {\"responses\": {}}}\n\t}\n}\n");
        Path file = folder.resolve("long.json");
        Files.writeString(file, text);
        assertThat(Files.size(file)).isGreaterThan(1024 * 1024);
        assertThat(NewProfile.from(file.toString()).yaml()).contains("request: \"GET /last\"");
    }
}
