package meanwhile.suite.command;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import meanwhile.reference.database.EmbeddedDatabase;
import meanwhile.suite.setup.AtExit;
import meanwhile.suite.setup.SetUpException;
import picocli.CommandLine.Command;

/** Runs an empty PostgreSQL alone, for trying out servers that need one. */
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        description =
                "Starts an empty PostgreSQL, prints its address, and deletes it when interrupted.")
public final class DatabaseCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start();
            AtExit.run(() -> close(database));
            URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
            System.out.printf("postgres://postgres@127.0.0.1:%d/postgres%n", address.getPort());
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException broken) {
            throw new SetUpException("PostgreSQL cannot be started: " + broken.getMessage());
        }
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException broken) {
            System.err.println(
                    "meanwhile: PostgreSQL could not be stopped: " + broken.getMessage());
        }
    }
}
