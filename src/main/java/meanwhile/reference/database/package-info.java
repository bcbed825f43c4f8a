/**
 * The gallery's database: an embedded throw-away PostgreSQL or a given one, its pools, migrations
 * and notifications.
 *
 * <p>It knows no table of the gallery.
 */
@NullMarked
package meanwhile.reference.database;

import org.jspecify.annotations.NullMarked;
