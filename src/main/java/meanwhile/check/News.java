package meanwhile.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Long polls: whoever waits for news is told of everything that happens, once, and within the
 * promised delay. No wake-up is lost. Sound and complete for that promise.
 */
public final class News {
    private News() {}

    /** What can be done. */
    public sealed interface Act {}

    /** Something happens that is news to all. */
    public record Happening(String what) implements Act {
        @Override
        public String toString() {
            return "brings about " + what;
        }
    }

    /** A process asks for news since its last answer, and waits until there is some. */
    public record Poll(List<String> told) implements Act {
        public Poll {
            told = List.copyOf(told);
        }

        @Override
        public String toString() {
            return "is told of " + told;
        }
    }

    /**
     * Whether all were told of all that began after they had begun to wait.
     *
     * @param delay how long after a happening is confirmed, or after the poll is sent, the answer
     *     may take; in the unit of the events
     */
    public static Ruling<Act> check(List<Event<Act>> history, long delay) {
        Map<String, Event<Act>> happenings = new TreeMap<>();
        Map<String, List<Event<Act>>> pollers = new LinkedHashMap<>();
        for (Event<Act> event : Event.inOrder(history)) {
            switch (event.act()) {
                case Happening(String what) -> happenings.put(what, event);
                case Poll _ ->
                        pollers.computeIfAbsent(event.process(), _ -> new ArrayList<>()).add(event);
            }
        }
        boolean open = false;
        for (List<Event<Act>> polls : pollers.values()) {
            Ruling<Act> told = toldOnceAndNothingElse(polls, happenings);
            if (told instanceof Ruling.Illegal<Act>) {
                return told;
            }
            // A poll that ended without an answer may have had the news in it.
            if (!polls.stream().allMatch(Event::known)) {
                open = true;
                continue;
            }
            for (Event<Act> happening : happenings.values()) {
                Ruling<Act> ruling = inTime(happening, polls, delay);
                if (ruling instanceof Ruling.Illegal<Act>) {
                    return ruling;
                }
            }
        }
        return open
                ? new Ruling.Open<>("a poll was not answered and may have had the news")
                : new Ruling.Legal<>();
    }

    private static Ruling<Act> toldOnceAndNothingElse(
            List<Event<Act>> polls, Map<String, Event<Act>> happenings) {
        Map<String, Event<Act>> first = new LinkedHashMap<>();
        for (Event<Act> poll : polls) {
            for (String what : poll.known() ? told(poll) : List.<String>of()) {
                Event<Act> other = first.putIfAbsent(what, poll);
                if (other != null) {
                    return new Ruling.Illegal<>(
                            other.equals(poll) ? List.of(poll) : List.of(other, poll),
                            "Expected to be told of “%s” once, was told twice".formatted(what),
                            "It happened once");
                }
                Event<Act> happening = happenings.get(what);
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

    /** Whether the poller was told in the first poll that was answered after the latest moment. */
    private static Ruling<Act> inTime(Event<Act> happening, List<Event<Act>> polls, long delay) {
        if (!happening.known() || happening.begun() <= polls.getFirst().begun()) {
            return new Ruling.Legal<>();
        }
        String what = ((Happening) happening.act()).what();
        @Nullable Event<Act> before = null;
        for (Event<Act> poll : polls) {
            long latest = Math.max(happening.ended(), poll.begun()) + delay;
            boolean told = told(poll).contains(what);
            if (poll.ended() > latest) {
                List<Event<Act>> why = new ArrayList<>(List.of(happening, poll));
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

    private static List<String> told(Event<Act> poll) {
        return ((Poll) poll.act()).told();
    }
}
