package meanwhile.suite;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import meanwhile.report.data.ForeignText;
import meanwhile.suite.command.DatabaseCommand;
import meanwhile.suite.command.ExploreCommand;
import meanwhile.suite.command.GalleryCommand;
import meanwhile.suite.command.JudgeCommand;
import meanwhile.suite.command.PhrasesCommand;
import meanwhile.suite.command.ProveCommand;
import meanwhile.suite.command.RunCommand;
import meanwhile.suite.command.TargetCommand;
import meanwhile.suite.setup.AtExit;
import meanwhile.suite.setup.ExitCode;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.ProfileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 holds, 1 contradicted, 2 undecided, 3 broken set-up. */
@Command(
        name = "meanwhile",
        mixinStandardHelpOptions = true,
        version = "Meanwhile 0.1.0",
        description = "Tests an HTTP API under concurrent use against a written specification.",
        subcommands = {
            RunCommand.class,
            ProveCommand.class,
            ExploreCommand.class,
            JudgeCommand.class,
            GalleryCommand.class,
            TargetCommand.class,
            PhrasesCommand.class,
            DatabaseCommand.class
        })
public final class Main implements Runnable {
    /** Allocated in advance: without memory no message could be created. */
    private static final byte[] NO_MEMORY =
            "meanwhile: out of memory; give the JVM more, e.g. java -Xmx1g -jar …\n"
                    .getBytes(StandardCharsets.UTF_8);

    private static final String BUG = "this is a bug, please report it";

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::lost);
        System.exit(run(System.err, args));
    }

    /**
     * Handles a thread that ended in an error. Without memory, other threads may wait for it
     * forever, so the process ends at once, and the next start cleans up what it leaves behind.
     */
    private static void lost(Thread thread, Throwable error) {
        if (error instanceof OutOfMemoryError) {
            System.err.write(NO_MEMORY, 0, NO_MEMORY.length);
            Runtime.getRuntime().halt(ExitCode.BROKEN);
        }
        tell(System.err, thread.getName() + " ended");
        trace(System.err, error);
    }

    /**
     * Runs a command and returns its exit code; messages about a broken set-up go to {@code err}.
     */
    static int run(PrintStream err, String... args) {
        try {
            return execute(err, args);
        } catch (OutOfMemoryError full) {
            err.println("meanwhile: out of memory; give the JVM more, e.g. java -Xmx1g -jar …");
            return ExitCode.BROKEN;
        } catch (Error bug) {
            // Picocli does not catch errors, and the JVM would exit with the code of a
            // contradiction.
            tell(err, BUG);
            trace(err, bug);
            return ExitCode.BROKEN;
        }
    }

    /** A message may quote an answer or a file of others. */
    private static void tell(PrintStream err, String message) {
        err.println("meanwhile: " + ForeignText.message(message));
    }

    private static void trace(PrintStream err, Throwable bug) {
        StringWriter text = new StringWriter();
        bug.printStackTrace(new PrintWriter(text));
        text.toString().lines().forEach(line -> err.println(ForeignText.message(line)));
    }

    private static int execute(PrintStream err, String... args) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(
                        (exception, _) -> {
                            tell(err, String.valueOf(exception.getMessage()));
                            return ExitCode.BROKEN;
                        })
                .setExecutionExceptionHandler(
                        (exception, _, _) -> {
                            switch (exception) {
                                case SetUpException broken ->
                                        broken.faults().forEach(fault -> tell(err, fault));
                                case ProfileException broken ->
                                        tell(err, String.valueOf(broken.getMessage()));
                                case Exception _ when AtExit.hasBegun() -> {}
                                default -> {
                                    tell(err, BUG);
                                    trace(err, exception);
                                }
                            }
                            return ExitCode.BROKEN;
                        })
                .execute(args);
    }

    @Override
    public void run() {
        throw new SetUpException(
                "a command is missing: run, prove, explore, judge, gallery, target, phrases or"
                        + " database; see --help");
    }
}
