package meanwhile.history;

import java.util.List;

/** What one file holds: where it comes from, and its plays. */
public record RecordedHistory(HistoryHeader header, List<RecordedPlay> plays) {
    public RecordedHistory {
        plays = List.copyOf(plays);
    }
}
