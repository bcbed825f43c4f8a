package meanwhile.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Profiles that name every field, and what may happen to one by accident or on purpose. */
final class HostileYaml {
    /** Names every field of a profile. */
    static final String RICH =
            """
            name: mine
            title: Mine
            doors: ["http://a.example:8080/v1", "http://ana:u5er1nfo@b.example"]
            addresses: {pay: "http://c.example", idp: {url: "https://d.example/x", headers: {X: "{key}"}}}
            accounts: lent
            members: [{login: a, password-from-environment: KEY}, {login: b, password-from-file: %1$s}]
            administrator: {login: root, password-from-environment: KEY}
            session: {Authorization: "Bearer {token}", X-Me: "{me}"}
            headers: {X-Key: "{key}"}
            secrets: {key: {from-file: %1$s}}
            promises: {answer: 10 s, processing: 5 s, latency-factor: 2.5}
            limits: {members-at-once: 5, requests-per-second: 2, page-size: 100}
            capabilities: {votes: each-counts, favourites: one-per-member, pictures: kept}
            rate-headers: draft-10
            words: {status: {live: ready}}
            clean-up: {image: none, member: {request: "DELETE /m/{member}", headers: {X: "{key}"}, accepted: [204]}}
            refusals: [{status: 404, where: /code, says: "1", means: gone}, {matches: "a(b+)*c", means: other}]
            operations:
              read-image:
                first: [{request: "GET pay:/x/{image}", accepted: [200], answer: {was: /a/b, other: text (x+)}}]
                request: POST /y/{was}
                query: {q: "{other}", n: "{image:number}"}
                json: {a: ["{was}", {b: 1}], c: 1.5, d: true, e: null, f: &f [1, 2], g: *f}
                accepted: [200, 201]
                answer: {id: /id, up: count /likes, title: header Title ^(.*)$, version: cookie v}
            """;

    /** Names every field of a declared domain. */
    static final String DOMAIN =
            """
            name: mine
            doors: ["http://ana:u5er1nfo@b.example"]
            secrets: {key: {from-file: %1$s}}
            refusals: [{status: 409, where: /error, says: full, means: sold out}, {status: 404, means: gone}]
            domain:
              refusals: [sold out, not enough money]
              things:
                show: {request: POST /s, json: {name: "{name}", n: "{with:number}"}, accepted: [201], answer: {id: /id}}
                gallery:
                  plural: galleries
                  by: administrator
                  request: POST /g
                  headers: {X: "{key}"}
                  accepted: [201]
                  answer: {id: /id, key: "= {key}"}
                  clean-up: {request: "DELETE /g/{id}", headers: {X: "{key}"}, accepted: [204]}
              operations:
                book:
                  phrase: "books {seats: number} at {show} (for {sum: amount}), as {me too: name}"
                  noun: booking
                  plural: bookings
                  request: POST /s/{show}/b
                  json: {n: "{seats:number}", sum: "{sum}", of: "{me-too}", key: "{key}"}
                  accepted: [201]
                  answer: {id: /id}
                  clean-up: {request: "DELETE /b/{id}", accepted: [204]}
                look: {phrase: "looks at {show}", request: "GET /s/{show}", accepted: [200], answer: {free-seats: /free, names: "/b[]/n"}}
                visit: {phrase: "looks at {gallery}", request: "GET /g/{gallery}", accepted: [200], answer: {free-seats: count /b}}
                greet: {phrase: "greets {person}: {words: text}, for {time span}", request: "POST /{person}", body: "{words}{time-span}", accepted: [200]}
              sinks:
                payment service:
                  port: 8092
                  host: 127.0.0.1
                  events:
                    charge:
                      phrase: "is asked to charge {me-too} by {sum}"
                      plural: charges
                      done: charged
                      of: booking
                      by: me-too
                      request: POST /charges/{shop}
                      facts: {me-too: /a/b, sum: text (x+), k: header X-Key ^(.*)$, n: count /l, c: = EUR}
                      answers: {status: 201, json: {id: "c-{number}", of: ["{me-too}", {n: "{n:number}"}]}}
                mailer: {port: 0, events: {mail: {phrase: is asked to write, done: mailed, of: booking, request: POST /mails, facts: {id: /id}}}}
              laws:
                - the free seats of every show are never below 0
                - each accepted booking is charged exactly once, and nothing else is
            """;

    private static final List<String> VALUES =
            List.of(
                    "",
                    "~",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "1e999",
                    ".inf",
                    "!!int x",
                    "!!float y",
                    "!!binary z",
                    "!!set {a}",
                    "&a [*a]",
                    "*nobody",
                    "[",
                    "]",
                    "{",
                    "}",
                    "{a: b}",
                    "[a, b]",
                    "? [a]\n: b",
                    "<<: *f",
                    "'",
                    "\"",
                    "|",
                    ">",
                    "# x",
                    "---",
                    "...",
                    "%YAML 9.9",
                    "\"\\x00\\x1b[31m\\u202e\\n::error::x\"",
                    "\"(a+)+$\"",
                    "\"((a{999}){999}){999}\"",
                    "\"(?=a)\"",
                    "\"(a)\\\\1\"",
                    "http://ana:u5er1nfo@c.example:1",
                    "http://c.example:99999",
                    "http://[::1",
                    "GET /{image",
                    "GET /{nobody}",
                    "/dev/zero",
                    "/",
                    "a\u0000b",
                    "\ud83d\udc08",
                    "\u202e\u2028\u0007",
                    "{{{{",
                    "{up + 1}",
                    "=",
                    "= {key}",
                    "text (",
                    "header",
                    "page from 999999999999",
                    "500",
                    "99",
                    "9999999 s",
                    "from-file: /dev/zero");

    private HostileYaml() {}

    /** A profile with one thing in it changed. */
    static String mutated(String yaml, Random random) {
        List<String> lines = new ArrayList<>(yaml.lines().toList());
        if (lines.isEmpty()) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        String value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(9)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(at, " ".repeat(random.nextInt(4)) + line);
            case 3 -> lines.set(at, line.strip());
            case 4 ->
                    lines.set(
                            at,
                            line.replaceFirst(
                                    "(: ).*",
                                    "$1" + java.util.regex.Matcher.quoteReplacement(value)));
            case 5 -> lines.set(at, replacedToken(line, value, random));
            case 6 -> lines.set(at, inserted(line, value, random));
            case 7 ->
                    lines.set(
                            at,
                            inserted(line, Character.toString(random.nextInt(0x11_0000)), random));
            default -> lines.set(at, nested(line, 1 + random.nextInt(3_000), random));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Replaces a word by a value, or by another word of the line. */
    private static String replacedToken(String line, String value, Random random) {
        String[] words = line.split("(?<=[\\s,:\\[\\]{}\"])|(?=[\\s,:\\[\\]{}\"])");
        if (words.length == 0) {
            return value;
        }
        words[random.nextInt(words.length)] =
                random.nextBoolean() ? value : words[random.nextInt(words.length)];
        return String.join("", words);
    }

    private static String inserted(String line, String value, Random random) {
        int at = random.nextInt(line.length() + 1);
        return line.substring(0, at) + value + line.substring(at);
    }

    private static String nested(String line, int depth, Random random) {
        int colon = line.indexOf(": ");
        String name = colon < 0 ? "a: " : line.substring(0, colon + 2);
        return random.nextBoolean()
                ? name + "[".repeat(depth) + "]".repeat(depth)
                : name + "{a: ".repeat(depth) + "b" + "}".repeat(depth);
    }
}
