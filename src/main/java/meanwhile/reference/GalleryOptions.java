package meanwhile.reference;

import meanwhile.reference.seam.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Holds the options of a gallery's start.
 *
 * @param port the first node's port, 0 for any free one; node k listens at port + k
 * @param nodes the number of nodes, at least 1
 * @param jdbcUrl the database to use; null starts an embedded one that is thrown away
 * @param administratorName created at the start unless the name exists
 * @param administratorPassword that member's password
 * @param limits the tunables
 */
public record GalleryOptions(
        int port,
        int nodes,
        @Nullable String jdbcUrl,
        String administratorName,
        String administratorPassword,
        Limits limits) {

    /** Rejects impossible values. */
    public GalleryOptions {
        if (nodes < 1) {
            throw new IllegalArgumentException("nodes must be at least 1, not " + nodes);
        }
        if (port < 0 || port + nodes > 65_536) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
    }

    /** Two nodes on free ports over an embedded database. */
    public static GalleryOptions defaults() {
        return new GalleryOptions(0, 2, null, "administrator", "administrator", Limits.defaults());
    }

    /** The same with another first port. */
    public GalleryOptions withPort(int other) {
        return new GalleryOptions(
                other, nodes, jdbcUrl, administratorName, administratorPassword, limits);
    }

    /** The same with another number of nodes. */
    public GalleryOptions withNodes(int other) {
        return new GalleryOptions(
                port, other, jdbcUrl, administratorName, administratorPassword, limits);
    }

    /** The same over another database; null for an embedded one. */
    public GalleryOptions withJdbcUrl(@Nullable String other) {
        return new GalleryOptions(
                port, nodes, other, administratorName, administratorPassword, limits);
    }

    /** The same with another administrator. */
    public GalleryOptions withAdministrator(String name, String password) {
        return new GalleryOptions(port, nodes, jdbcUrl, name, password, limits);
    }

    /** The same with other tunables. */
    public GalleryOptions withLimits(Limits other) {
        return new GalleryOptions(
                port, nodes, jdbcUrl, administratorName, administratorPassword, other);
    }
}
