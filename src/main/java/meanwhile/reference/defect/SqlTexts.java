package meanwhile.reference.defect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import meanwhile.reference.Parts;
import org.jdbi.v3.core.statement.SqlStatements;

/** Finds the SQL texts in the sound parts' class files, and rewrites one of them at each use. */
final class SqlTexts {
    private static final Pattern LOCK =
            Pattern.compile("\\s+FOR (NO KEY )?(UPDATE|KEY SHARE|SHARE)( OF \\w+)?( SKIP LOCKED)?");

    private static final Pattern CONDITION =
            Pattern.compile("\\s+AND [^\\n]*?(?=\\s+AND\\b|\\s+RETURNING|\\s+FOR\\b|\\n|$)");

    /** Marks where a text is concatenated from several. */
    private static final String JOINT = "\u0001";

    private SqlTexts() {}

    /** Mutants that each remove one row lock or one condition of a write. */
    static List<Mutant> mutants(Parts parts) {
        List<Mutant> mutants = new ArrayList<>();
        for (Class<?> type : storing(parts)) {
            for (String text : texts(type)) {
                mutants.addAll(without(type, text, LOCK, "remove-row-lock"));
                if (Pattern.compile("\\b(UPDATE|DELETE)\\b").matcher(text).find()) {
                    mutants.addAll(without(type, text, CONDITION, "remove-condition"));
                }
            }
        }
        return mutants;
    }

    private static List<Class<?>> storing(Parts parts) {
        return parts.behind().values().stream()
                .<Class<?>>map(Object::getClass)
                .filter(type -> type.getPackageName().endsWith(".store") && !type.isHidden())
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static List<String> texts(Class<?> type) {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            ClassModel model = ClassFile.of().parse(Objects.requireNonNull(file).readAllBytes());
            return StreamSupport.stream(model.constantPool().spliterator(), false)
                    .flatMap(
                            entry ->
                                    entry instanceof StringEntry text
                                            ? Stream.of(text.stringValue().split(JOINT, -1))
                                            : Stream.empty())
                    .distinct()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Mutant> without(Class<?> type, String text, Pattern pattern, String kind) {
        List<Mutant> mutants = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String rest = text.substring(0, matcher.start()) + text.substring(matcher.end());
            if (!rest.isBlank()) {
                String name =
                        "%s %s: %s in \"%s\""
                                .formatted(
                                        kind,
                                        type.getSimpleName(),
                                        plain(matcher.group()),
                                        plain(text));
                mutants.add(new Mutant(name, rewriting(text, rest)));
            }
        }
        return mutants;
    }

    private static String plain(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    /** Replaces one text by another in every statement of the node. */
    static UnaryOperator<Parts> rewriting(String text, String other) {
        return parts -> {
            parts.jdbi()
                    .getConfig(SqlStatements.class)
                    .setUnusedBindingAllowed(true)
                    .setTemplateEngine((sql, context) -> sql.replace(text, other));
            return parts;
        };
    }
}
