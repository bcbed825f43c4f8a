package meanwhile.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import meanwhile.language.Domain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile declares of sinks is read, and mistakes are named in one line. */
class SinkReaderTest {
    private static final String SMALL =
            """
            name: mine
            secrets: {key: {from-environment: KEY}}
            domain:
              operations:
                order:
                  phrase: "orders {many: number} as {mark: name}"
                  noun: order
                  request: POST /orders
                  json: {mark: "{mark}", many: "{many}", hook: "{payment-service}/charges"}
                  accepted: [201]
                  answer: {id: /id, mark: /mark, lines: "/lines[]/id", sum: /sum}
                look: {phrase: looks around, request: GET /, accepted: [200]}
              sinks:
                payment service:
                  port: 8092
                  events:
                    charge:
                      phrase: is asked to charge {mark}
                      done: charged
                      of: order
                      by: mark
                      request: POST /charges/{shop}
                      facts: {mark: /mark, many: /many, key: header X-Key}
                      answers: {status: 201, json: {id: "c-{number}"}}
                    refund:
                      {phrase: is asked to give back, done: paid back, of: order, request: POST /refunds, facts: {id: /id}}
            """;

    private static Profile read(String yaml) {
        return Profiles.withEnvironment(Map.of("KEY", "s3cret")).read("mine.yaml", yaml);
    }

    @Test
    void theWordsOfAnEventAreThoseOfTheProfile() {
        Domain domain = read(SMALL).declared().domain();
        assertThat(domain.events())
                .containsExactly(
                        new Domain.Event("charge", "charge", "charges", "charged", "order", "mark"),
                        new Domain.Event(
                                "refund", "refund", "refunds", "paid back", "order", "id"));
    }

    @Test
    void aSinkListensWhereItsProfileSays() {
        Sink sink = read(SMALL).declared().sinks().getFirst();
        assertThat(sink.name()).isEqualTo("payment service");
        assertThat(sink.host()).isEqualTo("127.0.0.1");
        assertThat(sink.port()).isEqualTo(8092);
        Sink.Asked charge = sink.requests().getFirst();
        assertThat(charge.inPath()).containsExactly("shop");
        assertThat(charge.pattern().matcher("/charges/mine").matches()).isTrue();
        assertThat(charge.pattern().matcher("/charges/mine/2").matches()).isFalse();
        assertThat(charge.status()).isEqualTo(201);
        assertThat(charge.json()).isEqualTo(Map.of("id", "c-{number}"));
        Sink.Asked refund = sink.requests().getLast();
        assertThat(refund.status()).isEqualTo(200);
        assertThat(refund.json()).isNull();
        Profile other = read(SMALL.replace("port: 8092", "port: 0\n      host: localhost"));
        assertThat(List.of(other.declared().sinks().getFirst().host()))
                .containsExactly("localhost");
        assertThat(other.declared().sinks().getFirst().port()).isZero();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    payment service:        | Payment:                | line 14, domain.sinks.Payment: “Payment” cannot name a sink; use small letters
                    payment service:        | me:                     | line 14, domain.sinks.me: {me} means something else already
                    payment service:        | key:                    | line 14, domain.sinks.key: {key} means something else already
                    {payment-service}/ch    | {payments}/ch           | line 9, domain.operations.order.json: unknown placeholder {payments} in order; known here are key, many, mark, me, payment-service, refresh-token, token
                    {many: number}          | {payment service: number} | line 6, domain.operations.order.phrase: “payment service” cannot name a parameter; use small letters, and none of key, me, payment-service
                    port: 8092              | port: 65536             | line 15, domain.sinks.payment service.port: “65536” does not fit; allowed are whole numbers from 0 to 65535
                    port: 8092              | host: localhost         | line 14: domain.sinks.payment service.port is missing
                    port: 8092              | `port: 8092\n      host: http://me` | line 16, domain.sinks.payment service.host: “http://me” does not fit; allowed are a name or an address of this machine
                    port: 8092              | `port: 8092\n      path: /` | line 16: “path” is not known here; known are events, host, port
                    charge:                 | Charge:                 | line 17, domain.sinks.payment service.events.Charge: “Charge” cannot name an event; use words in small letters
                    charge:                 | order:                  | line 17, domain.sinks.payment service.events.order: “order” means something else already
                    charge:                 | refund:                 | line 25, domain.sinks.payment service.events.refund: appears twice
                    phrase: is asked to charge {mark} | plural: charges | line 17: domain.sinks.payment service.events.charge.phrase is missing
                    charge {mark}           | charge {sum}            | line 18, domain.sinks.payment service.events.charge.phrase: unknown placeholder {sum} in charge; known here are key, many, mark, shop
                    done: charged           | plural: charges         | line 17: domain.sinks.payment service.events.charge.done is missing
                    done: charged           | done: Charged           | line 19, domain.sinks.payment service.events.charge.done: “Charged” does not fit; allowed are words in small letters
                    done: charged           | done: paid back         | line 25, domain.sinks.payment service.events.refund: “paid back” is said of orders already
                    `of: order\n`           | `of: look\n`            | line 20, domain.sinks.payment service.events.charge.of: “look” does not fit; allowed are order
                    `of: order\n`           | `plural: charges\n`     | line 17: domain.sinks.payment service.events.charge.of is missing
                    by: mark                | by: sum                 | line 21, domain.sinks.payment service.events.charge.by: an event has no fact “sum”; it has key, many, mark, shop
                    by: mark                | by: many                | line 21, domain.sinks.payment service.events.charge.by: “many” does not say which order is meant; a parameter that is a name does, and a fact of its answer: id, mark, sum
                    by: mark                | by: shop                | line 21, domain.sinks.payment service.events.charge.by: “shop” does not say which order is meant
                    by: mark                | plural: charges         | line 17, domain.sinks.payment service.events.charge: an event has no fact “id”; it has key, many, mark, shop
                    POST /charges/{shop}    | /charges                | line 22, domain.sinks.payment service.events.charge.request: “/charges” does not fit; allowed are a method and a path
                    POST /charges/{shop}    | POST /charges?a={shop}  | line 22, domain.sinks.payment service.events.charge.request: “POST /charges?a={shop}” does not fit; allowed are a method and a path with a fact in braces, like POST /charges/{order}
                    POST /charges/{shop}    | POST /{shop:number}     | line 22, domain.sinks.payment service.events.charge.request: “POST /{shop:number}” does not fit
                    POST /charges/{shop}    | POST /{shop}/{shop}     | line 22, domain.sinks.payment service.events.charge.request: “POST /{shop}/{shop}” does not fit
                    POST /charges/{shop}    | POST /charges/{mark}    | line 22, domain.sinks.payment service.events.charge.request: {mark} is a fact of the body as well
                    POST /refunds           | "POST /charges/{a}"     | line 26, domain.sinks.payment service.events.refund.request: another event of this sink is the same request
                    {mark: /mark,           | {Mark: /mark,           | line 23, domain.sinks.payment service.events.charge.facts.Mark: “Mark” cannot name a fact; use small letters and dashes, and not “number”
                    {mark: /mark,           | {number: /mark,         | line 23, domain.sinks.payment service.events.charge.facts.number: “number” cannot name a fact
                    mark: /mark, many       | `mark: "/a[]/b", many`  | line 23, domain.sinks.payment service.events.charge.facts.mark: “/a[]/b” does not fit; allowed are a JSON pointer like /order/id
                    mark: /mark, many       | mark: cookie m, many    | line 23, domain.sinks.payment service.events.charge.facts.mark: “cookie m” does not fit; allowed are a JSON pointer like /order/id
                    mark: /mark, many       | mark: text (, many      | line 23, domain.sinks.payment service.events.charge.facts.mark: “(” is not a regular expression
                    status: 201             | status: 404             | line 24, domain.sinks.payment service.events.charge.answers.status: “404” does not fit; allowed are whole numbers from 200 to 299
                    c-{number}              | c-{sum}                 | line 24, domain.sinks.payment service.events.charge.answers.json: unknown placeholder {sum} in charge; known here are key, many, mark, number, shop
                    status: 201             | code: 201               | line 24: “code” is not known here; known are json, status
                    done: charged           | `done: charged\n          when: now` | line 20: “when” is not known here; known are answers, by, done, facts, of, phrase, plural, request
                    """)
    void aMistakeIsNamedWithItsLineAndWhatIsAllowed(
            String right, @Nullable String wrong, String message) {
        assertThat(SMALL).contains(right);
        // The operation has a request, too.
        int at = SMALL.lastIndexOf(right);
        String yaml =
                SMALL.substring(0, at)
                        + String.valueOf(wrong)
                        + SMALL.substring(at + right.length());
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile mine.yaml, line ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aCustomDriverHearsNothing() {
        assertThatThrownBy(() -> read(SMALL + "driver: mine\n"))
                .hasMessage(
                        "profile mine.yaml, line 27, driver: a custom driver hears nothing of"
                                + " “sinks”");
    }
}
