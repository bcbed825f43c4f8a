/**
 * The reference gallery: a correct image-voting service over PostgreSQL. It shares no type with the
 * other rooms, as a foreign target would not.
 *
 * <p>It imports no other room.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference;

import org.jspecify.annotations.NullMarked;
