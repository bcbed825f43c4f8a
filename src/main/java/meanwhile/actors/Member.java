package meanwhile.actors;

import meanwhile.language.MemberId;
import meanwhile.language.Secret;

/**
 * A member as the target knows them.
 *
 * @param id the target's name for them
 * @param login under which they log in; unique per run
 * @param password theirs alone
 */
record Member(MemberId id, String login, Secret password) {}
