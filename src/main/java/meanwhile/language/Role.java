package meanwhile.language;

/** What a member is allowed to do. */
public enum Role {
    MEMBER,
    ADMINISTRATOR
}
