/**
 * Image bytes: their type, their size, and their thumbnail.
 *
 * <p>It imports nothing of the gallery.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.media;

import org.jspecify.annotations.NullMarked;
