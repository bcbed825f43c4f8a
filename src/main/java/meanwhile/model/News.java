package meanwhile.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that long polls tell every waiting process of every event, once and within the promised
 * delay: no wake-up is lost. Sound and complete for that promise.
 */
public final class News {
    private News() {}

    /** The operations. */
    public sealed interface Op {}

    /** Something happens that is news to all. */
    public record Happening(String what) implements Op {
        @Override
        public String toString() {
            return "brings about " + what;
        }
    }

    /** A process asks for news since its last answer, and waits until there is some. */
    public record Poll(List<String> told) implements Op {
        public Poll {
            told = List.copyOf(told);
        }

        @Override
        public String toString() {
            return "is told of " + told;
        }
    }

    /**
     * Checks that all processes were told of everything that began after they had begun to wait.
     *
     * @param delay how long after a happening is confirmed, or after the poll is sent, the answer
     *     may take; in the unit of the events
     */
    public static Ruling<Op> check(List<Event<Op>> history, long delay) {
        Map<String, Event<Op>> happenings = new TreeMap<>();
        Map<String, List<Event<Op>>> pollers = new LinkedHashMap<>();
        for (Event<Op> event : Event.inOrder(history)) {
            switch (event.op()) {
                case Happening(String what) -> happenings.put(what, event);
                case Poll _ ->
                        pollers.computeIfAbsent(event.process(), _ -> new ArrayList<>()).add(event);
            }
        }
        boolean open = false;
        for (List<Event<Op>> polls : pollers.values()) {
            Ruling<Op> told = toldOnceAndNothingElse(polls, happenings);
            if (told instanceof Ruling.Illegal<Op>) {
                return told;
            }
            // A poll that ended without an answer may have told the news.
            if (!polls.stream().allMatch(Event::known)) {
                open = true;
                continue;
            }
            for (Event<Op> happening : happenings.values()) {
                Ruling<Op> ruling = inTime(happening, polls, delay);
                if (ruling instanceof Ruling.Illegal<Op>) {
                    return ruling;
                }
            }
        }
        return open
                ? new Ruling.Open<>("a poll was not answered and may have had the news")
                : new Ruling.Legal<>();
    }

    private static Ruling<Op> toldOnceAndNothingElse(
            List<Event<Op>> polls, Map<String, Event<Op>> happenings) {
        Map<String, Event<Op>> first = new LinkedHashMap<>();
        for (Event<Op> poll : polls) {
            for (String what : poll.known() ? told(poll) : List.<String>of()) {
                Event<Op> other = first.putIfAbsent(what, poll);
                if (other != null) {
                    return new Ruling.Illegal<>(
                            other.equals(poll) ? List.of(poll) : List.of(other, poll),
                            "Expected to be told of “%s” once, was told twice".formatted(what),
                            "It happened once");
                }
                Event<Op> happening = happenings.get(what);
                if (happening == null || happening.begun() > poll.ended()) {
                    return new Ruling.Illegal<>(
                            happening == null ? List.of(poll) : List.of(poll, happening),
                            "Expected only what had happened, was told of “%s”".formatted(what),
                            "Nothing of the kind had happened by then");
                }
            }
        }
        return new Ruling.Legal<>();
    }

    /**
     * Checks that the poller was told in the first poll that was answered after the latest moment.
     */
    private static Ruling<Op> inTime(Event<Op> happening, List<Event<Op>> polls, long delay) {
        if (!happening.known() || happening.begun() <= polls.getFirst().begun()) {
            return new Ruling.Legal<>();
        }
        String what = ((Happening) happening.op()).what();
        @Nullable Event<Op> before = null;
        for (Event<Op> poll : polls) {
            long latest = Math.max(happening.ended(), poll.begun()) + delay;
            boolean told = told(poll).contains(what);
            if (poll.ended() > latest) {
                List<Event<Op>> why = new ArrayList<>(List.of(happening, poll));
                if (before != null && poll.begun() > happening.begun()) {
                    why.add(before);
                }
                return new Ruling.Illegal<>(
                        why,
                        told
                                ? "Expected to be told of “%s” in time, was told late"
                                        .formatted(what)
                                : "Expected to be told of “%s”, was not".formatted(what),
                        told
                                ? "The promised delay had passed"
                                : "The wait went on after it had been confirmed");
            }
            if (told) {
                return new Ruling.Legal<>();
            }
            before = poll;
        }
        return new Ruling.Legal<>();
    }

    private static List<String> told(Event<Op> poll) {
        return ((Poll) poll.op()).told();
    }
}
