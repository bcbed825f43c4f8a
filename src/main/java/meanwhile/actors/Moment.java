package meanwhile.actors;

import java.util.ArrayList;
import java.util.List;

/**
 * What several actors do at the same moment.
 *
 * @param rows one for each actor; none if nothing happens at the same moment
 */
public record Moment(List<ActorTask> rows) {
    public Moment {
        rows = List.copyOf(rows);
    }

    /** For each row the place of the first one that it is like. */
    public List<Integer> alike() {
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int same = i;
            for (int j = i - 1; j >= 0; j--) {
                same = rows.get(i).isLike(rows.get(j)) ? j : same;
            }
            first.add(same);
        }
        return first;
    }
}
