package meanwhile.actors;

import meanwhile.language.MemberId;
import meanwhile.language.Secret;

/**
 * A member's account at the target.
 *
 * @param id the target's id
 * @param login the log-in name; unique per run
 * @param password the member's own
 */
record Member(MemberId id, String login, Secret password) {}
