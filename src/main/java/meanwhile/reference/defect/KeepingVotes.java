package meanwhile.reference.defect;

import java.util.List;
import meanwhile.reference.seam.Caller;
import meanwhile.reference.seam.Locks;
import meanwhile.reference.seam.VoteBook;
import meanwhile.reference.seam.Work;
import meanwhile.reference.store.SqlVotes;
import org.jspecify.annotations.Nullable;

/** Withdraws votes without updating the totals. */
record KeepingVotes(VoteBook sound) implements VoteBook {
    @Override
    public Cast cast(
            Work work, Caller caller, String imageId, int value, @Nullable String ifMatch) {
        return sound.cast(work, caller, imageId, value, ifMatch);
    }

    @Override
    public void withdraw(Work work, Caller caller, String voteId) {
        work.the(Locks.class).image(work, SqlVotes.imageOf(work, caller, voteId));
        SqlVotes.remove(work, voteId);
    }

    @Override
    public List<Vote> history(Work work, String memberId, @Nullable Long after, int limit) {
        return sound.history(work, memberId, after, limit);
    }

    @Override
    public int count(Work work, String memberId) {
        return sound.count(work, memberId);
    }
}
