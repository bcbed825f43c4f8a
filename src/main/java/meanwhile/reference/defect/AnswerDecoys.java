package meanwhile.reference.defect;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import meanwhile.reference.seam.Idempotency;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Work;
import meanwhile.reference.web.Front;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Defines decoys in the form of answers and refusals. */
final class AnswerDecoys {
    private static final JsonMapper JSON = new JsonMapper();

    private AnswerDecoys() {}

    static List<Decoy> all() {
        return Stream.of(refusals(), shapes()).flatMap(List::stream).toList();
    }

    private static List<Decoy> refusals() {
        return List.of(
                new Decoy(
                        "gone-told-as-404",
                        "Deleted things are answered 404 in place of 410; both say that they are"
                                + " not there.",
                        List.of("R4.1", "R4.2", "R4.3", "U3.3"),
                        Fronts.refusing(refusal -> retold(refusal, 410, 404))),
                new Decoy(
                        "unknown-told-as-410",
                        "Unknown things are answered 410 in place of 404, by a gallery that cannot"
                                + " tell them from deleted ones.",
                        List.of("R4.1", "R4.3", "U3.2"),
                        Fronts.refusing(refusal -> retold(refusal, 404, 410))),
                new Decoy(
                        "retry-later-than-needed",
                        "Every Retry-After is a second longer than needed, which is safe.",
                        List.of("U1.3", "U2.2", "A1.1", "L1.2", "R5.1"),
                        Fronts.refusing(refusal -> waiting(refusal, 1))),
                new Decoy(
                        "maintenance-of-unknown-length",
                        "During maintenance Retry-After says 30 s, though it ends sooner.",
                        List.of("A1.1", "X3"),
                        Fronts.refusing(AnswerDecoys::longMaintenance)),
                new Decoy(
                        "throttled-without-rate-headers",
                        "A throttled upload, exactly at its limit, is told Retry-After and nothing"
                                + " else about its allowance.",
                        List.of("U1.3", "R5.1", "R5.2"),
                        Fronts.refusing(AnswerDecoys::withoutRates)),
                new Decoy(
                        "replay-is-marked",
                        "A retried write is answered from the idempotency record with a header that"
                                + " says so.",
                        List.of("U7.3", "U1.2"),
                        Plants.twin(Idempotency.class, MarkedReplays::new)));
    }

    private static RefusedRequest retold(RefusedRequest refusal, int from, int to) {
        String resource = refusal.resource();
        return refusal.status() != from || resource == null || resource.startsWith("path ")
                ? refusal
                : new RefusedRequest(
                        to,
                        to == 410 ? "gone" : "unknown",
                        resource,
                        "There is no " + resource + ".",
                        refusal.headers());
    }

    private static RefusedRequest waiting(RefusedRequest refusal, long more) {
        String told = refusal.headers().get("Retry-After");
        return told == null
                ? refusal
                : refusal.with(Map.of("Retry-After", Long.toString(Long.parseLong(told) + more)));
    }

    private static RefusedRequest longMaintenance(RefusedRequest refusal) {
        return refusal.code().equals("maintenance") ? waiting(refusal, 29) : refusal;
    }

    private static RefusedRequest withoutRates(RefusedRequest refusal) {
        return refusal.status() == 429
                ? new RefusedRequest(
                        429,
                        refusal.code(),
                        refusal.resource(),
                        refusal.detail(),
                        only(refusal, "Retry-After"))
                : refusal;
    }

    private static Map<String, String> only(RefusedRequest refusal, String header) {
        String value = refusal.headers().get(header);
        return value == null ? Map.of() : Map.of(header, value);
    }

    private record MarkedReplays(Idempotency sound) implements ServiceForwarding.Remembering {
        @Override
        public Optional<Kept> recall(Work work, String memberId, String key, String fingerprint) {
            return sound.recall(work, memberId, key, fingerprint)
                    .map(
                            kept -> {
                                Map<String, String> headers = new LinkedHashMap<>(kept.headers());
                                headers.put("Idempotency-Replayed", "true");
                                return new Kept(kept.status(), headers, kept.json());
                            });
        }
    }

    private static List<Decoy> shapes() {
        return List.of(
                new Decoy(
                        "smaller-pages",
                        "Pages hold three entries at most, whatever limit asks for, and lead on by"
                                + " their links.",
                        List.of("U5.1", "U5.2", "U5.3", "D2.1"),
                        Fronts.first(context -> context.attribute(Front.LARGEST_PAGE, 3))),
                new Decoy(
                        "extra-fields",
                        "Every object in an answer has one field more, which clients must ignore.",
                        List.of("R3.1", "U6.1", "D1.2"),
                        Fronts.afterwards(context -> reshape(context, AnswerDecoys::extended))),
                new Decoy(
                        "fields-in-reverse",
                        "The fields of every answer come in reverse order, which JSON allows.",
                        List.of("R3.1", "U6.1", "D1.2"),
                        Fronts.afterwards(context -> reshape(context, AnswerDecoys::reversed))),
                new Decoy(
                        "more-headers-in-another-order",
                        "Answers carry further headers before the usual ones, as through a proxy.",
                        List.of("R3.1", "U1.3"),
                        Fronts.first(
                                context ->
                                        context.header("Via", "1.1 odd")
                                                .header("X-Request-Id", "42")
                                                .header("Vary", "Accept, Prefer"))),
                new Decoy(
                        "content-type-with-charset",
                        "The content type says charset=utf-8, which JSON implies.",
                        List.of("R3.1", "R4.3"),
                        Fronts.afterwards(AnswerDecoys::nameCharset)),
                new Decoy(
                        "always-gzip",
                        "Every body is compressed, however small, for clients that accept gzip.",
                        List.of("U1.2", "R3.1", "R3.3"),
                        Fronts.afterwards(AnswerDecoys::compress)));
    }

    @FunctionalInterface
    private interface Reshaping {
        JsonNode of(JsonNode node);
    }

    private static void reshape(Context context, Reshaping reshaping) {
        byte[] body = Fronts.body(context);
        boolean json = Fronts.isJson(context) && body.length > 0;
        context.result(json ? JSON.writeValueAsBytes(reshaping.of(JSON.readTree(body))) : body);
    }

    private static JsonNode extended(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.put("x_odd", "ignore me");
        }
        node.forEach(AnswerDecoys::extended);
        return node;
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode back = JSON.createObjectNode();
            List.copyOf(object.propertyNames())
                    .reversed()
                    .forEach(name -> back.set(name, reversed(object.path(name))));
            return back;
        }
        if (node.isArray()) {
            ArrayNode same = JSON.createArrayNode();
            node.forEach(one -> same.add(reversed(one)));
            return same;
        }
        return node;
    }

    private static void nameCharset(Context context) {
        if (Fronts.isJson(context)) {
            context.contentType("application/json; charset=utf-8");
        }
    }

    private static void compress(Context context) {
        String accepted = context.header("Accept-Encoding");
        byte[] body = Fronts.body(context);
        if (accepted == null || !accepted.contains("gzip") || body.length == 0) {
            context.result(body);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        context.header("Content-Encoding", "gzip");
        context.result(bytes.toByteArray());
    }
}
