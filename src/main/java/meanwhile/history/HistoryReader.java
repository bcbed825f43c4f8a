package meanwhile.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meanwhile.history.HistoryLines.CallLine;
import meanwhile.history.HistoryLines.EndLine;
import meanwhile.history.HistoryLines.FirstLine;
import meanwhile.history.HistoryLines.PlayLine;
import meanwhile.history.HistoryLines.PlayNumbers;
import meanwhile.history.HistoryLines.Totals;
import meanwhile.language.ActorName;
import meanwhile.language.Answer;
import meanwhile.language.ExpectedAnswer;
import meanwhile.language.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one history file, line by line, and validates everything in it. */
final class HistoryReader {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Path file;
    private final List<RecordedPlay> plays = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private @Nullable PlayNumbers play;
    private @Nullable Totals end;
    private int all;
    private int line;

    HistoryReader(Path file) {
        this.file = file;
    }

    RecordedHistory read() throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            HistoryHeader header = header(in.readLine());
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                line++;
                body(parse(text));
            }
            line++;
            if (end == null) {
                throw damaged("the file ends too early: its closing line is missing");
            }
            return new RecordedHistory(header, plays);
        } catch (CharacterCodingException malformed) {
            // The decoder reads ahead, so the line only tells where the fault was noticed.
            throw damaged("after this line there are bytes that are not UTF-8");
        }
    }

    private HistoryHeader header(@Nullable String text) throws DamagedHistory {
        line = 1;
        JsonNode json = parse(text == null ? "" : text);
        if (!HistoryLines.FORM.equals(json.path("form").asString(""))) {
            throw damaged("this is not a history: the first line does not say “meanwhile-history”");
        }
        if (json.path("version").asInt(0) != HistoryLines.VERSION) {
            throw damaged(
                    "version %s is not supported, only %d"
                            .formatted(json.path("version"), HistoryLines.VERSION));
        }
        FirstLine first = (FirstLine) fit(json, FirstLine.class);
        return new HistoryHeader(first.target(), first.feature(), first.example(), first.seed());
    }

    private void body(JsonNode json) throws DamagedHistory {
        if (end != null) {
            throw damaged("something follows the closing line");
        }
        if (json.has("call")) {
            call((CallLine) fit(json, CallLine.class));
        } else if (json.has("play")) {
            finishPlay();
            play = ((PlayLine) fit(json, PlayLine.class)).play();
        } else if (json.has("end")) {
            finishPlay();
            end = ((EndLine) fit(json, EndLine.class)).end();
            if (!end.equals(new Totals(plays.size(), all))) {
                throw damaged(
                        "%d plays and %d calls are announced, %d and %d are present"
                                .formatted(end.plays(), end.calls(), plays.size(), all));
            }
        } else {
            throw damaged("neither a play nor a call nor the end");
        }
    }

    private void finishPlay() {
        if (play != null) {
            plays.add(
                    new RecordedPlay(
                            play.round(),
                            play.attempt(),
                            play.collided(),
                            play.names(),
                            new History(calls)));
        }
        calls.clear();
        numbers.clear();
    }

    private void call(CallLine read) throws DamagedHistory {
        ActorName actor = new ActorName(read.member(), read.device());
        if (play == null) {
            throw damaged("a call before the first play");
        }
        if (!numbers.add(read.call())) {
            throw damaged("a second call " + read.call() + " in this play");
        }
        if (!actor.toString().equals(read.actor())) {
            throw damaged("“%s” is not “%s”".formatted(read.actor(), actor));
        }
        if (read.outcome() instanceof Outcome.Accepted(_, Answer answer)
                && !ExpectedAnswer.of(read.operation()).isInstance(answer)) {
            throw damaged("this answer does not fit " + read.operation().key());
        }
        calls.add(
                new Call(
                        read.call(),
                        read.phase(),
                        actor,
                        read.door(),
                        read.gated(),
                        read.operation(),
                        times(read),
                        read.outcome()));
        all++;
    }

    private Call.Times times(CallLine read) throws DamagedHistory {
        try {
            return new Call.Times(
                    read.begun(), read.released(), read.firstByte(), read.ended(), read.planned());
        } catch (IllegalArgumentException disordered) {
            throw damaged(String.valueOf(disordered.getMessage()));
        }
    }

    private JsonNode parse(String text) throws DamagedHistory {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException malformed) {
            throw damaged("not JSON: " + malformed.getOriginalMessage());
        }
        throw damaged("not a JSON object");
    }

    private Object fit(JsonNode json, Type type) throws DamagedHistory {
        try {
            return RecordJson.read(json, type);
        } catch (RecordJson.Misfit misfit) {
            throw damaged(String.valueOf(misfit.getMessage()));
        }
    }

    private DamagedHistory damaged(String fault) {
        return new DamagedHistory(file, line, fault);
    }
}
