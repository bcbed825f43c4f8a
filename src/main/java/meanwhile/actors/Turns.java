package meanwhile.actors;

import java.time.Duration;
import meanwhile.language.GateClosed;

/** Lets actors make their calls in turn, as an order says. Safe for use by many threads. */
final class Turns {
    /** What goes on behind an answer, such as indexing, is given this time before the next call. */
    private static final Duration PAUSE = Duration.ofMillis(350);

    private static final int NOBODY = -1;

    private final Order order;
    private final int[] sent;
    private final boolean[] ended;
    private int place;
    private int calling = NOBODY;
    private boolean any;

    /**
     * @param actors how many take part
     */
    Turns(Order order, int actors) {
        this.order = order;
        sent = new int[actors];
        ended = new boolean[actors];
    }

    /** An actor makes no further call, because the order leaves it out. */
    static final class LeftOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeftOut() {
            super("this order leaves the call out", null, false, false);
        }
    }

    /** The part of one actor. */
    Turn of(int actor) {
        return new Turn(actor);
    }

    /** How many calls each actor has made. */
    synchronized int[] sent() {
        return sent.clone();
    }

    /** Whose turn it is: those who have ended are passed over. */
    private int next() {
        while (place < order.turns().size() && ended[order.turns().get(place)]) {
            place++;
        }
        if (place < order.turns().size()) {
            return order.turns().get(place);
        }
        for (int actor = 0; actor < ended.length; actor++) {
            if (!ended[actor]) {
                return actor;
            }
        }
        return NOBODY;
    }

    /** One actor's part in it. */
    final class Turn {
        private final int actor;

        private Turn(int actor) {
            this.actor = actor;
        }

        /**
         * Waits until this actor may call.
         *
         * @throws LeftOut if the order leaves this call out
         */
        void take() throws GateClosed {
            boolean first;
            synchronized (Turns.this) {
                if (sent[actor] >= order.most().getOrDefault(actor, Integer.MAX_VALUE)) {
                    throw new LeftOut();
                }
                while (calling != NOBODY || next() != actor) {
                    await();
                }
                calling = actor;
                first = !any;
                any = true;
            }
            if (order.pausing() && !first) {
                Retry.untilPassed(System.nanoTime() + PAUSE.toNanos());
            }
        }

        /** The call has ended: the next may begin. */
        void give() {
            synchronized (Turns.this) {
                sent[actor]++;
                calling = NOBODY;
                if (place < order.turns().size() && order.turns().get(place) == actor) {
                    place++;
                }
                Turns.this.notifyAll();
            }
        }

        /** The actor makes no further calls. */
        void end() {
            synchronized (Turns.this) {
                ended[actor] = true;
                Turns.this.notifyAll();
            }
        }

        private void await() throws GateClosed {
            try {
                Turns.this.wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new GateClosed("interrupted while waiting for their turn");
            }
        }
    }
}
