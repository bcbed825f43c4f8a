/**
 * Image bytes: what they are, how large, and their thumbnail.
 *
 * <p>It imports nothing of the gallery.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.media;

import org.jspecify.annotations.NullMarked;
