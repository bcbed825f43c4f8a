package meanwhile.suite.judge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import meanwhile.check.contract.ContractTable;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.Phase;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.Domain;
import meanwhile.language.Operation;
import meanwhile.language.Outcome;
import meanwhile.language.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads recorded calls, one JSON object a line, as any service or proxy can write them:
 *
 * <pre>{"who": "Ana", "operation": "books {slot}", "parameters": {"slot": "noon"},
 *  "answer": {"accepted": {"holder": "Ana"}}, "begun": 12.5, "ended": 13.1}</pre>
 *
 * <p>The operation is the contract's phrase, or its words joined by dashes; {@code make slot} makes
 * a thing. The answer is {@code "accepted"}, {@code {"accepted": {…}}} with what it told, {@code
 * {"refused": "taken"}}, or missing where nobody knows it. Times are milliseconds, or texts like
 * {@code 2026-12-01T10:00:00.125Z}.
 */
final class CallsLog {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS =
            Set.of("who", "operation", "parameters", "answer", "begun", "ended");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000);

    private final Map<String, Domain.Action> actions = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    private CallsLog(ContractTable contract) {
        for (Domain.Action action : contract.domain().actions()) {
            actions.put(action.phrase(), action);
            actions.put(action.name(), action);
        }
        for (String kind : contract.domain().things().keySet()) {
            makers.put("make " + kind, kind);
            makers.put(Domain.maker(kind), kind);
        }
    }

    /**
     * Reads the calls of a log.
     *
     * @throws DamagedLog if a line is no such object
     */
    static History read(List<String> lines, ContractTable contract) throws DamagedLog {
        CallsLog log = new CallsLog(contract);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                log.line(i + 1, lines.get(i));
            }
        }
        return new History(log.calls);
    }

    private void line(int number, String text) throws DamagedLog {
        JsonNode line = object(number, text);
        for (String field : line.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw new DamagedLog(
                        number,
                        "“%s” is no part of a call; allowed are %s"
                                .formatted(
                                        DamagedLog.shown(field),
                                        String.join(", ", new TreeSet<>(FIELDS))));
            }
        }
        Outcome outcome = outcome(number, line.get("answer"));
        long begun = moment(number, "begun", line.get("begun"));
        JsonNode end = line.get("ended");
        if (outcome.isDefinite() && (end == null || end.isNull())) {
            throw new DamagedLog(number, "“ended” is missing of a call that was answered");
        }
        long ended = end == null || end.isNull() ? begun : moment(number, "ended", end);
        if (ended < begun) {
            throw new DamagedLog(number, "the call ended before it began");
        }
        calls.add(
                new Call(
                        calls.size(),
                        Phase.WHEN,
                        new ActorName(text(number, "who", line.get("who")), null),
                        0,
                        false,
                        operation(number, line),
                        new Call.Times(begun, begun, ended, ended),
                        outcome));
    }

    private static JsonNode object(int number, String text) throws DamagedLog {
        try {
            JsonNode line = JSON.readTree(text);
            if (line.isObject()) {
                return line;
            }
        } catch (JacksonException malformed) {
            throw new DamagedLog(
                    number,
                    "this is not JSON: " + DamagedLog.shown(malformed.getOriginalMessage()));
        }
        throw new DamagedLog(number, "a call is an object, not " + DamagedLog.shown(text));
    }

    private static String text(int number, String field, @Nullable JsonNode value)
            throws DamagedLog {
        if (value == null || !value.isString() || value.asString().isBlank()) {
            throw new DamagedLog(number, "“%s” must be a text".formatted(field));
        }
        return value.asString();
    }

    private Operation operation(int number, JsonNode line) throws DamagedLog {
        String name = text(number, "operation", line.get("operation"));
        Map<String, String> values = values(number, line.get("parameters"));
        String kind = makers.get(name);
        if (kind != null) {
            return maker(number, kind, values);
        }
        Domain.Action action = actions.get(name);
        if (action == null) {
            Set<String> known = new TreeSet<>(actions.keySet());
            known.addAll(makers.keySet());
            throw new DamagedLog(
                    number,
                    "the contract has no operation “%s”; it has “%s”"
                            .formatted(DamagedLog.shown(name), String.join("”, “", known)));
        }
        List<String> wanted =
                action.parameters().stream().map(Domain.Parameter::name).sorted().toList();
        if (!values.keySet().containsAll(wanted) || values.size() != wanted.size()) {
            throw new DamagedLog(
                    number,
                    "“%s” has the parameters %s, not %s"
                            .formatted(
                                    DamagedLog.shown(name),
                                    wanted,
                                    DamagedLog.shown(new TreeSet<>(values.keySet()).toString())));
        }
        String said = action.filled(one -> shown(one, values.getOrDefault(one.name(), "")));
        return new Operation.DeclaredWrite(action.name(), said, values);
    }

    private static String shown(Domain.Parameter parameter, String value) {
        return switch (parameter.type()) {
            case NUMBER, AMOUNT, SPAN, PERSON -> value;
            case THING, TEXT, NAME -> "“%s”".formatted(value);
        };
    }

    private static Operation maker(int number, String kind, Map<String, String> values)
            throws DamagedLog {
        String id = values.get(kind);
        if (id == null) {
            throw new DamagedLog(
                    number,
                    "whoever makes a %1$s says which: “parameters” has “%1$s”".formatted(kind));
        }
        Map<String, String> made = new HashMap<>(values);
        made.put("id", id);
        made.putIfAbsent("name", id);
        if (values.containsKey("number")) {
            made.put("with", values.get("number"));
        }
        return new Operation.DeclaredWrite(
                Domain.maker(kind), "makes the %s “%s”".formatted(kind, id), made);
    }

    private static Map<String, String> values(int number, @Nullable JsonNode parameters)
            throws DamagedLog {
        Map<String, String> values = new HashMap<>();
        if (parameters == null) {
            return values;
        }
        if (!parameters.isObject()) {
            throw new DamagedLog(number, "“parameters” must be an object");
        }
        for (Map.Entry<String, JsonNode> one : parameters.properties()) {
            if (one.getValue().isContainer()) {
                throw new DamagedLog(
                        number,
                        "the parameter “%s” must be a text or a number"
                                .formatted(DamagedLog.shown(one.getKey())));
            }
            values.put(one.getKey(), plain(one.getValue()));
        }
        return values;
    }

    private static String plain(JsonNode value) {
        return value.isNull() ? "" : value.asString("");
    }

    private Outcome outcome(int number, @Nullable JsonNode answer) throws DamagedLog {
        if (answer == null || answer.isNull()) {
            return new Outcome.Unknown(Outcome.Cause.TIMED_OUT, "");
        }
        if (answer.isString() && answer.asString().equals("accepted")) {
            return accepted(JSON.createObjectNode());
        }
        JsonNode told = answer.get("accepted");
        JsonNode refused = answer.get("refused");
        if (answer.size() != 1 || (told == null) == (refused == null)) {
            throw new DamagedLog(
                    number,
                    "“answer” is \"accepted\", {\"accepted\": {…}}, {\"refused\": \"…\"} or"
                            + " missing, not "
                            + DamagedLog.shown(answer.toString()));
        }
        return told == null ? refused(text(number, "refused", refused)) : accepted(told);
    }

    private static Outcome accepted(JsonNode told) {
        Map<String, String> facts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : told.properties()) {
            if (one.getValue().isArray()) {
                lists.put(one.getKey(), one.getValue().valueStream().map(CallsLog::plain).toList());
            } else {
                facts.put(one.getKey(), plain(one.getValue()));
            }
        }
        return new Outcome.Accepted(0, new Answer.DeclaredSeen(facts, lists));
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(0, Refusal.OTHER, null, "", reason);
    }

    /** A moment in nanoseconds. */
    private static long moment(int number, String field, @Nullable JsonNode value)
            throws DamagedLog {
        try {
            if (value != null && value.isNumber()) {
                return value.decimalValue().multiply(NANOS).longValue();
            }
            if (value != null && value.isString()) {
                Instant moment = Instant.parse(value.asString());
                return moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
            }
        } catch (DateTimeParseException unfit) {
            throw new DamagedLog(
                    number,
                    "“%s” is no time: %s".formatted(field, DamagedLog.shown(value.toString())));
        }
        throw new DamagedLog(
                number,
                "“%s” must be milliseconds, or a time like 2026-12-01T10:00:00Z".formatted(field));
    }
}
