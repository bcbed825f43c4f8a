package meanwhile.reference.defect;

import meanwhile.reference.seam.Members;
import meanwhile.reference.seam.RefusedRequest;
import meanwhile.reference.seam.Topic;
import meanwhile.reference.seam.Work;

/** Reads a member, changes one column and writes the whole row back. */
record WholeRowMembers(Members sound) implements ServiceForwarding.Membership {
    private record Whole(String name, String role, boolean banned) {}

    @Override
    public Member appoint(Work work, String memberId, String role) {
        Whole read = read(work, memberId);
        return save(work, memberId, new Whole(read.name(), role, read.banned()));
    }

    @Override
    public Member ban(Work work, String memberId, boolean banned) {
        Whole read = read(work, memberId);
        return save(work, memberId, new Whole(read.name(), read.role(), banned));
    }

    private static Whole read(Work work, String memberId) {
        return work.handle()
                .createQuery("SELECT name, role, banned FROM members WHERE id = :id")
                .bind("id", memberId)
                .map(
                        (row, context) ->
                                new Whole(
                                        row.getString("name"),
                                        row.getString("role"),
                                        row.getBoolean("banned")))
                .findOne()
                .orElseThrow(() -> RefusedRequest.unknown("user " + memberId));
    }

    private static Member save(Work work, String memberId, Whole member) {
        Window.pass();
        work.announce(Topic.REVOKED, memberId);
        work.handle()
                .createUpdate("UPDATE members SET role = :role, banned = :banned WHERE id = :id")
                .bind("role", member.role())
                .bind("banned", member.banned())
                .bind("id", memberId)
                .execute();
        return new Member(memberId, member.name(), member.role());
    }
}
