package meanwhile.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import meanwhile.driver.Stub;
import org.junit.jupiter.api.io.TempDir;

/** Plays at desks that a profile declares and a stub has. */
abstract class DeskPlays {
    static final String PROFILE =
            """
            name: desk
            doors: ["%s"]
            accounts: none
            headers: {X-Me: "{me}"}
            promises: {propagation: 0 s}
            refusals: [{status: 409, means: taken}, {status: 404, means: gone}]
            domain:
              refusals: [taken]
              things:
                desk: {request: POST /desks, json: {name: "{name}", n: "{with:number}"}, accepted: [201], answer: {id: /id}}
                room: {request: POST /rooms, json: {name: "{name}"}, accepted: [201], answer: {id: /id}}
              operations:
                say: {phrase: "says {words: text} to {person}", noun: word, request: POST /said, json: {words: "{words}", to: "{person}"}, accepted: [201]}
                take: {phrase: "takes {desk} for {how long: time span}", noun: lease, request: "POST /leases/{desk}", json: {seconds: "{how-long:number}"}, accepted: [201], answer: {id: /id}}
                pay: {phrase: "pays {sum: amount} for {desk}", noun: payment, request: "POST /payments/{desk}", json: {sum: "{sum:number}"}, accepted: [201]}
                name: {phrase: "is called {name}", noun: claim, request: POST /names, json: {name: "{name}"}, accepted: [201]}
                move: {phrase: "moves {pens: number} pens from {from: desk} to {to: desk}", noun: move, request: POST /moves, json: {pens: "{pens}", from: "{from}", to: "{to}"}, accepted: [201]}
                look: {phrase: "looks at {desk}", request: "GET /desks/{desk}", accepted: [200], answer: {paid: /paid}}
                enter: {phrase: "looks at {room}", request: "GET /rooms/{room}", accepted: [200], answer: {size: /size}}
            """;

    final Captured out = new Captured();
    List<String> asked = List.of();
    @TempDir private Path folder;
    final AtomicInteger ids = new AtomicInteger();

    Stub.Answer usual(Stub.Question asked) {
        return asked.line().startsWith("GET")
                ? Stub.Answer.json(200, "{\"paid\": \"0\", \"size\": \"big\"}")
                : Stub.Answer.json(201, "{\"id\": \"i%d\"}".formatted(ids.incrementAndGet()));
    }

    int play(Stub.Replies replies, String steps) throws IOException {
        return play(PROFILE, replies, steps);
    }

    int play(String profile, Stub.Replies replies, String steps) throws IOException {
        try (Stub stub = new Stub(replies)) {
            int code = new DomainPlay(folder, out).run(profile.formatted(stub.address()), steps);
            asked = List.copyOf(stub.asked());
            return code;
        }
    }

    Path folder() {
        return folder;
    }

    /** The file of a profile. */
    String target(String profile) throws IOException {
        return new DomainPlay(folder, out).target(profile);
    }

    Path reports() {
        return new DomainPlay(folder, out).reports();
    }

    List<String> sent(String path) {
        return asked.stream().filter(line -> line.startsWith("POST " + path)).toList();
    }
}
