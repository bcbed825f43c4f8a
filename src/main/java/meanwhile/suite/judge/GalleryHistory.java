package meanwhile.suite.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import meanwhile.check.CounterExample;
import meanwhile.check.Verdict;
import meanwhile.history.Call;
import meanwhile.history.History;
import meanwhile.history.RecordedHistory;
import meanwhile.history.RecordedPlay;
import meanwhile.language.Naming;
import meanwhile.report.page.Judgement;
import meanwhile.report.page.Timeline;

/** Judges a history file of this suite: the worst verdict on its attempts counts. */
final class GalleryHistory {
    private GalleryHistory() {}

    static Judgement judgement(
            String file, RecordedHistory recorded, Function<History, Verdict> question) {
        if (recorded.plays().stream().allMatch(play -> play.history().isEmpty())) {
            return new Judgement(file, "undecided", "the file has no calls", null);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (RecordedPlay play : recorded.plays()) {
            Verdict verdict = question.apply(play.history());
            if (verdict instanceof Verdict.Contradicted(CounterExample why)) {
                return new Judgement(file, verdict.word(), null, story(play, why));
            }
            verdicts.add(verdict);
        }
        Verdict worst = Verdict.worst(verdicts);
        return switch (worst) {
            case Verdict.Undecided(String reason) ->
                    new Judgement(file, worst.word(), reason, null);
            case Verdict.NotOffered(String reason) ->
                    new Judgement(file, "undecided", reason, null);
            default -> new Judgement(file, worst.word(), null, null);
        };
    }

    /** The same for calls that somebody else recorded. */
    static Judgement judgement(String file, History history, Function<History, Verdict> question) {
        Verdict verdict = question.apply(history);
        return switch (verdict) {
            case Verdict.Contradicted(CounterExample why) ->
                    new Judgement(file, verdict.word(), null, story("", why, history, id -> id));
            case Verdict.Undecided(String reason) ->
                    new Judgement(file, verdict.word(), reason, null);
            default -> new Judgement(file, verdict.word(), null, null);
        };
    }

    private static Judgement.Story story(RecordedPlay play, CounterExample why) {
        return story(
                "Round %d, attempt %d: ".formatted(play.round(), play.attempt()),
                why,
                play.history(),
                id -> play.names().getOrDefault(id, id));
    }

    private static Judgement.Story story(
            String where, CounterExample why, History history, Naming naming) {
        Set<Integer> numbers = new HashSet<>();
        for (Call call : why.calls()) {
            numbers.add(call.number());
        }
        return new Judgement.Story(
                where + why.expected(),
                why.story(naming).stream().map(GalleryHistory::bare).toList(),
                why.conclusion(),
                why.calls().size(),
                history.size(),
                Timeline.of(why.calls(), numbers, naming));
    }

    private static String bare(String sentence) {
        String text = sentence.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
