package meanwhile.reference;

import java.net.URI;
import java.util.List;

/** A gallery that runs, whichever class loader its classes are of. */
public interface RunningGallery extends AutoCloseable {
    /** The base addresses of the nodes, for example http://127.0.0.1:8080. */
    List<URI> nodes();

    /** The processes of its database that run on this machine now. */
    List<ProcessHandle> databasePrograms();

    @Override
    void close();
}
