package meanwhile.suite.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import meanwhile.check.WholeHistory;
import meanwhile.language.Domain;
import meanwhile.model.Register;
import meanwhile.report.JudgePage;
import meanwhile.report.data.ForeignText;
import meanwhile.report.page.Judgement;
import meanwhile.suite.judge.Judge;
import meanwhile.suite.run.ContractFiles;
import meanwhile.suite.setup.SetUpException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Judges recorded histories again, without a target. Checks all files, even after a damaged one;
 * the exit code is then that of a broken set-up.
 */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Judges recorded histories again, without a target.")
public final class JudgeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "history files")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            defaultValue = "meanwhile",
            description = "meanwhile, jepsen-log, kv-edn or calls (default: meanwhile)")
    private String format = "meanwhile";

    @Option(
            names = "--model",
            description =
                    "gallery or answers for meanwhile; cas-register, register, counter, set or"
                            + " list for jepsen-log; kv for kv-edn (default: the first one"
                            + " listed for the format)")
    private @Nullable String model;

    @Option(
            names = "--initial",
            description = "the first value of a register, counter or text (default: nil, 0, \"\")")
    private @Nullable String initial;

    @Option(
            names = "--budget",
            defaultValue = "" + Register.BUDGET,
            description = "search steps before a verdict is undecided (default: 10 million)")
    private long budget = Register.BUDGET;

    @Option(
            names = "--delay",
            paramLabel = "MILLISECONDS",
            description =
                    "model gallery: promised time until others see a change (default: none);"
                            + " model answers: promised time until an answer (default: 10,000)")
    private @Nullable Long delay;

    @Option(
            names = "--contract",
            paramLabel = "FEATURE",
            description = "the feature whose contract calls are judged by; only for --format calls")
    private @Nullable Path contract;

    @Option(names = "--explain", description = "explain each contradiction, call by call")
    private boolean explain;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "write explanations and timelines to this file")
    private @Nullable Path html;

    @Override
    public Integer call() {
        Judge judge = judge();
        List<Judgement> judgements = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            try {
                Judgement judgement = judge.judge(file);
                judgements.add(judgement);
                print(judgement);
            } catch (IOException unreadable) {
                faults.add(said(file, unreadable));
            }
        }
        writeHtml(judgements);
        if (!faults.isEmpty()) {
            throw new SetUpException(faults);
        }
        return exitCode(judgements);
    }

    private Judge judge() {
        if (format.equals("calls") != (contract != null)) {
            throw new SetUpException(
                    contract == null
                            ? "--format calls needs the --contract FEATURE by which they are judged"
                            : "--contract judges --format calls, not “%s”".formatted(format));
        }
        if (contract != null) {
            return judge(contract);
        }
        try {
            return Judge.of(format, model, initial, budget, promised());
        } catch (IllegalArgumentException unfitting) {
            throw new SetUpException(String.valueOf(unfitting.getMessage()));
        }
    }

    private Judge judge(Path feature) {
        if (model != null || initial != null) {
            throw new SetUpException("--model and --initial have no meaning for a contract");
        }
        return Judge.of(
                ContractFiles.read(ContractFiles.in(feature), Domain.NONE), budget, promised());
    }

    private Duration promised() {
        if (delay != null) {
            return Duration.ofMillis(delay);
        }
        return "answers".equals(model) ? Duration.ofSeconds(10) : WholeHistory.NO_PROMISE;
    }

    private void print(Judgement judgement) {
        List<String> lines = new ArrayList<>();
        lines.add(judgement.file() + ": " + judgement.word());
        if (explain && judgement.reason() != null) {
            lines.add("  " + judgement.reason() + ".");
        }
        if (explain && judgement.story() != null) {
            lines.addAll(judgement.story().lines());
        }
        PrintStream out = System.out;
        lines.forEach(line -> out.println(ForeignText.message(line)));
    }

    private void writeHtml(List<Judgement> judgements) {
        if (html == null) {
            return;
        }
        try {
            Files.writeString(html, JudgePage.of(judgements));
        } catch (IOException unwritable) {
            throw new SetUpException("cannot write " + said(html, unwritable));
        }
    }

    private static String said(Path file, IOException trouble) {
        if (trouble instanceof NoSuchFileException) {
            return file + ": no such file";
        }
        String message = String.valueOf(trouble.getMessage());
        return message.startsWith(file.toString()) ? message : file + ": " + message;
    }

    private static int exitCode(List<Judgement> judgements) {
        List<String> words = judgements.stream().map(Judgement::word).toList();
        if (words.contains("contradicted")) {
            return 1;
        }
        return words.contains("undecided") ? 2 : 0;
    }
}
