package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other hosts that requests may go to are read, and mistakes are named in one line. */
class AddressReaderTest {
    private static final String SMALL =
            """
            name: mine
            secrets: {key: {from-environment: KEY}}
            addresses:
              pay: http://pay.example/
              idp: {url: "https://idp.example/x", headers: {X-Key: "{key}"}}
            operations:
              read-self: {request: GET pay:/me, accepted: [200]}
              log-in: {first: [{request: POST idp:/token, accepted: [200]}], request: POST /x, accepted: [200]}
            clean-up: {comment: {request: "DELETE pay:/c/{comment}", accepted: [204]}}
            domain:
              operations: {greet: {phrase: greets, noun: greeting, request: GET idp:/hi, accepted: [200], clean-up: {request: DELETE pay:/x, accepted: [204]}}}
            """;

    private static Profile read(String yaml) {
        return Profiles.withEnvironment(Map.of("KEY", "s3cret")).read("mine.yaml", yaml);
    }

    @Test
    void anAddressMayHaveHeadersOfItsOwn() {
        Profile profile = read(SMALL);
        assertThat(profile.access().addresses())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "pay",
                                new Profile.Address(URI.create("http://pay.example"), Map.of()),
                                "idp",
                                new Profile.Address(
                                        URI.create("https://idp.example/x"),
                                        Map.of("X-Key", "{key}"))));
        Binding readSelf = Objects.requireNonNull(profile.operations().get("read-self"));
        assertThat(readSelf.last().address()).isEqualTo("pay");
        assertThat(readSelf.last().path()).isEqualTo("/me");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pay: http            | Pay: http            | line 4, addresses.Pay: “Pay” cannot name an address; use small letters and dashes
                    pay: http            | pays: http           | line 7: “pay:/me” goes to none of the “addresses”; known are idp, pays
                    GET pay:/me          | GET bank:/me         | line 7: “bank:/me” goes to none of the “addresses”; known are idp, pay
                    POST idp:/token      | POST bank:/token     | line 8: “bank:/token” goes to none of the “addresses”; known are idp, pay
                    DELETE pay:/c        | DELETE bank:/c       | line 9: “bank:/c/{comment}” goes to none of the “addresses”
                    GET idp:/hi          | GET bank:/hi         | line 11: “bank:/hi” goes to none of the “addresses”
                    DELETE pay:/x        | DELETE bank:/x       | line 11: “bank:/x” goes to none of the “addresses”
                    GET pay:/me          | GET Pay:/me          | line 7, operations.read-self.request: “GET Pay:/me” does not fit; allowed are a method and a path, like GET /images/{image}
                    http://pay.example/  | ftp://pay.example    | line 4, addresses.pay: “ftp://pay.example” does not fit; allowed are http://… and https://…
                    http://pay.example/  | http://a:b@c.example | line 4, addresses.pay: an address contains no login and no password
                    https://idp.example/x | https://x/?y=z      | line 5, addresses.idp.url: “https://x/?y=z” does not fit; allowed are http://… and https://…
                    url: "https          | urls: "https         | line 5: “urls” is not known here; known are headers, url
                    {key}                | {token}              | line 5, addresses.idp.headers.X-Key: unknown placeholder {token}; known here are key
                    """)
    void aMistakeIsNamedWithItsLineAndWhatIsAllowed(
            String right, @Nullable String wrong, String message) {
        assertThat(SMALL).contains(right);
        assertThatThrownBy(() -> read(SMALL.replace(right, String.valueOf(wrong))))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile mine.yaml, line ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("s3cret");
    }
}
