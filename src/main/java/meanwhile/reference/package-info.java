/**
 * The reference gallery: an honest image-voting service over PostgreSQL. A stranger here: it shares
 * no type with the other rooms.
 *
 * <p>It imports no other room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference;

import org.jspecify.annotations.NullMarked;
