package meanwhile.suite;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import meanwhile.report.data.Report;
import meanwhile.suite.command.DatabaseCommand;
import meanwhile.suite.command.GalleryCommand;
import meanwhile.suite.command.JudgeCommand;
import meanwhile.suite.command.ProveCommand;
import meanwhile.suite.command.RunCommand;
import meanwhile.suite.command.TargetCommand;
import meanwhile.suite.setup.AtExit;
import meanwhile.suite.setup.SetUpException;
import meanwhile.target.ProfileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 holds, 1 contradicted, 2 undecided, 3 the set-up is broken. */
@Command(
        name = "meanwhile",
        mixinStandardHelpOptions = true,
        version = "Meanwhile 0.1.0",
        description = "What happens to an HTTP API when many things happen at once.",
        subcommands = {
            RunCommand.class,
            ProveCommand.class,
            JudgeCommand.class,
            GalleryCommand.class,
            TargetCommand.class,
            DatabaseCommand.class
        })
public final class Main implements Runnable {
    /** The set-up is broken. */
    public static final int BROKEN = 3;

    /** Made in time: without memory no message could be. */
    private static final byte[] NO_MEMORY =
            "meanwhile: out of memory; give the JVM more, e.g. java -Xmx1g -jar …\n"
                    .getBytes(StandardCharsets.UTF_8);

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::lost);
        System.exit(run(System.err, args));
    }

    /**
     * A thread has ended in an error. Without memory that may be one which others wait for, for
     * ever: the process ends at once, and what it leaves the next start clears away.
     */
    private static void lost(Thread thread, Throwable error) {
        if (error instanceof OutOfMemoryError) {
            System.err.write(NO_MEMORY, 0, NO_MEMORY.length);
            Runtime.getRuntime().halt(BROKEN);
        }
        System.err.printf("meanwhile: %s ended%n", thread.getName());
        error.printStackTrace(System.err);
    }

    /**
     * Runs a command and returns its exit code; messages about a broken set-up go to {@code err}.
     */
    static int run(PrintStream err, String... args) {
        try {
            return execute(err, args);
        } catch (OutOfMemoryError full) {
            err.println("meanwhile: out of memory; give the JVM more, e.g. java -Xmx1g -jar …");
            return BROKEN;
        } catch (Error bug) {
            // Picocli lets errors through, and the JVM would end with the code of a contradiction.
            err.println("meanwhile: a bug of ours, please report it");
            bug.printStackTrace(err);
            return BROKEN;
        }
    }

    private static int execute(PrintStream err, String... args) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(
                        (exception, _) -> {
                            err.println("meanwhile: " + exception.getMessage());
                            return BROKEN;
                        })
                .setExecutionExceptionHandler(
                        (exception, _, _) -> {
                            if (exception instanceof SetUpException
                                    || exception instanceof ProfileException) {
                                err.println("meanwhile: " + exception.getMessage());
                            } else if (!AtExit.hasBegun()) {
                                err.println("meanwhile: a bug of ours, please report it");
                                exception.printStackTrace(err);
                            }
                            return BROKEN;
                        })
                .execute(args);
    }

    /** What a run's report means to whoever started it. */
    public static int exitCode(Report report) {
        if (!report.judged()) {
            return BROKEN;
        }
        return switch (report.verdict()) {
            case CONTRADICTED -> 1;
            case UNDECIDED -> 2;
            case HOLDS, NOT_OFFERED, NOT_SPECIFIED -> 0;
        };
    }

    @Override
    public void run() {
        throw new SetUpException(
                "say what to do: run, prove, judge, gallery, target, database; --help explains");
    }
}
