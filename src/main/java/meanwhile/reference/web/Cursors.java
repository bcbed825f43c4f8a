package meanwhile.reference.web;

import meanwhile.reference.seam.EventLog.Position;
import meanwhile.reference.seam.RefusedRequest;

/** Encodes positions in the event log as opaque cursors, and decodes them. */
final class Cursors {
    private Cursors() {}

    static String write(Position position) {
        return "e" + position.transaction() + "-" + position.seq();
    }

    static Position read(String cursor) {
        String[] words = cursor.split("-", -1);
        if (cursor.startsWith("e") && words.length == 2) {
            try {
                long transaction = Long.parseLong(words[0].substring(1));
                long seq = Long.parseLong(words[1]);
                if (transaction >= 0 && seq >= 0) {
                    return new Position(transaction, seq);
                }
            } catch (NumberFormatException malformed) {
                throw RefusedRequest.invalid("\"after\" is not a cursor of ours.");
            }
        }
        throw RefusedRequest.invalid("\"after\" is not a cursor of ours.");
    }
}
