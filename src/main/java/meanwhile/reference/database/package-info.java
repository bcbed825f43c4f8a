/**
 * The gallery's database: an embedded throw-away PostgreSQL or a given one, its pools, migrations
 * and notifications.
 *
 * <p>It knows no table of the gallery.
 *
 * <p>Internal: it may change without notice.
 */
@NullMarked
package meanwhile.reference.database;

import org.jspecify.annotations.NullMarked;
