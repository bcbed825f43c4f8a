package meanwhile.language;

/** What a member may do. */
public enum Role {
    MEMBER,
    ADMINISTRATOR
}
