package meanwhile.suite.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import meanwhile.reference.GalleryException;
import meanwhile.reference.GalleryOptions;
import meanwhile.reference.RunningGallery;
import meanwhile.suite.open.OpenTarget;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves only the reference gallery until interrupted. */
@Command(
        name = "gallery",
        mixinStandardHelpOptions = true,
        description = "Starts only the reference gallery and serves it until interrupted.")
public final class GalleryCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description =
                    "port of the first node; further nodes use the next ports (default: 8080)")
    private int port = 8080;

    @Option(names = "--nodes", defaultValue = "2", description = "number of nodes (default: 2)")
    private int nodes = 2;

    @Option(names = "--defect", arity = "1..*", description = "plant these defects")
    private List<String> defects = List.of();

    @Option(names = "--database", description = "a JDBC URL (default: an embedded PostgreSQL)")
    private @Nullable String database;

    @Option(
            names = "--administrator-password",
            defaultValue = "${env:GALLERY_ADMINISTRATOR_PASSWORD:-administrator}",
            description =
                    "password of the administrator “mara” (default:"
                            + " GALLERY_ADMINISTRATOR_PASSWORD, or “administrator”)")
    private String password = "administrator";

    @Override
    public Integer call() throws InterruptedException {
        try (RunningGallery gallery = OpenTarget.start(options(), defects)) {
            System.out.println("The gallery is open at " + gallery.nodes());
            new CountDownLatch(1).await();
            return 0;
        } catch (GalleryException broken) {
            throw new SetUpException(String.valueOf(broken.getMessage()));
        }
    }

    private GalleryOptions options() {
        try {
            return GalleryOptions.defaults()
                    .withPort(port)
                    .withNodes(nodes)
                    .withJdbcUrl(database)
                    .withAdministrator("mara", password);
        } catch (IllegalArgumentException impossible) {
            throw new SetUpException(String.valueOf(impossible.getMessage()));
        }
    }
}
