package meanwhile.actors;

import java.time.Duration;
import java.util.List;

/** A step of the script. */
sealed interface Act {

    /** Somebody does something; the script goes on when it is done. */
    record Solo(Part part) implements Act {}

    /** Several do something at the same moment, behind the gate. */
    record Together(List<Part> parts) implements Act {
        public Together {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Somebody starts something; the script goes on as soon as their first request is under way.
     */
    record Start(Part part) implements Act {}

    /** Somebody does something while what was started is still going on. */
    record Meanwhile(Part part) implements Act {}

    /** A crowd arrives: each at a time of their own, whether those before are served or not. */
    record Crowd(List<Part> parts, Duration within) implements Act {
        public Crowd {
            parts = List.copyOf(parts);
        }
    }
}
