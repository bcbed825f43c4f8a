package meanwhile.history;

import java.util.List;

/** The content of one history file: its header and its plays. */
public record RecordedHistory(HistoryHeader header, List<RecordedPlay> plays) {
    public RecordedHistory {
        plays = List.copyOf(plays);
    }
}
