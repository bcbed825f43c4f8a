package meanwhile.reference.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meanwhile.reference.GalleryException;
import meanwhile.reference.seam.Work;
import org.junit.jupiter.api.Test;

/** Nothing that the operators can change is left out, and each change changes something. */
class MutantsTest {
    /** Marks where a text is concatenated from several. */
    private static final String JOINT = "\u0001|%s";

    private static final String SQL_WORDS =
            "(?s).*\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|FOR UPDATE|RETURNING)\\b.*";

    /** The table of the canary, which promises nothing: it shows that races can be noticed. */
    private static final String CANARY = "canaries";

    private static List<String> fragments(String type) {
        List<String> fragments = new ArrayList<>();
        ClassFile.of()
                .parse(CodeSites.bytes(type))
                .constantPool()
                .forEach(
                        entry -> {
                            if (entry instanceof StringEntry text
                                    && text.stringValue().matches(SQL_WORDS)) {
                                fragments.addAll(
                                        Arrays.asList(text.stringValue().split(JOINT, -1)));
                            }
                        });
        return fragments.stream().map(MutantsTest::plain).filter(part -> !part.isEmpty()).toList();
    }

    private static String plain(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    private static Predicate<String> recorded() {
        List<String> statements =
                Mutants.statements().stream().map(Statement::sql).map(MutantsTest::plain).toList();
        return fragment -> statements.stream().anyMatch(sql -> sql.contains(fragment));
    }

    @Test
    void everyStatementInTheProgramIsRecorded() {
        List<String> fragments =
                CodeSites.classes().stream().flatMap(type -> fragments(type).stream()).toList();
        assertThat(fragments).hasSizeGreaterThan(100);
        assertThat(
                        fragments.stream()
                                .filter(recorded().negate())
                                .filter(fragment -> !fragment.contains(CANARY)))
                .as("prove --record src/main/resources records the statements anew")
                .isEmpty();
    }

    @Test
    void aNewStatementWouldBeMissed() {
        assertThat(recorded().test("SELECT moods FROM images WHERE id = :id")).isFalse();
    }

    @Test
    void everyRecordedStatementIsStillInTheProgram() {
        Set<String> methods =
                CodeSites.classes().stream()
                        .flatMap(
                                type ->
                                        ClassFile.of()
                                                .parse(CodeSites.bytes(type))
                                                .methods()
                                                .stream()
                                                .map(
                                                        method ->
                                                                CallPlaces.outer(type)
                                                                        + "."
                                                                        + CallPlaces.method(
                                                                                method.methodName()
                                                                                        .stringValue())))
                        .collect(Collectors.toSet());
        methods.add("ReferenceGallery.furnish");
        methods.add("ReferenceGallery.startNode");
        methods.add("ReferenceGallery.server");
        assertThat(Mutants.statements()).extracting(Statement::place).isSubsetOf(methods);
    }

    /** A way of reading the seams that knows nothing of code sites. */
    @Test
    void everyCallThatOnlyActsIsEnumerated() throws IOException {
        Set<String> left =
                CodeSites.all().stream()
                        .filter(site -> site.operator() == Operator.CALL)
                        .map(site -> site.name().split(" ", -1)[3])
                        .collect(Collectors.toSet());
        List<String> acting =
                CodeSites.classes().stream()
                        .filter(type -> type.startsWith("meanwhile.reference.seam."))
                        .flatMap(type -> acting(type).stream())
                        .toList();
        assertThat(acting).contains("Counters.votes", "Locks.member", "ImageCache.invalidate");
        assertThat(acting).isSubsetOf(left);
    }

    private static List<String> acting(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isInterface()
                    ? Stream.of(type.getMethods())
                            .filter(method -> method.getReturnType() == void.class)
                            .filter(MutantsTest::isOfWork)
                            .map(method -> type.getSimpleName() + "." + method.getName())
                            .toList()
                    : List.of();
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean isOfWork(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Work.class)
                || method.getDeclaringClass().getSimpleName().equals("ImageCache");
    }

    @Test
    void everyChangeOfAStatementChangesIt() {
        for (Statement statement : Mutants.statements()) {
            assertThat(SqlOperators.changes(statement.sql()))
                    .extracting(change -> plain(change.sql()))
                    .as(statement.sql())
                    .doesNotContain(plain(statement.sql()));
        }
    }

    /** A late lock is cut out of the statement by its words. */
    @Test
    void everyLateLockIsWrittenAsItIsCutOut() {
        for (Statement statement : Mutants.statements()) {
            assertThat(SqlOperators.changes(statement.sql()))
                    .filteredOn(change -> change.operator() == Operator.LATE_LOCK)
                    .allSatisfy(change -> assertThat(statement.sql()).contains(change.what()));
        }
    }

    @Test
    void everyChangeOfCodeChangesIt() {
        for (CodeSite site : CodeSites.all()) {
            byte[] sound = CodeSites.bytes(site.type());
            try {
                assertThat(MutatedGallery.mutated(site))
                        .as(site.name())
                        .isNotEqualTo(CodeChange.recording(sound, List.of(site)));
            } catch (GalleryException rejected) {
                // The end of a method cannot be passed; such mutants are listed as rejected.
                assertThat(site.operator()).as(site.name()).isEqualTo(Operator.REFUSAL);
            }
        }
    }

    @Test
    void everyOperatorThatNeedsNoDatabaseMakesMutantsOfTheProgram() {
        Set<Operator> used =
                Stream.concat(
                                SqlMutants.of(Mutants.statements()).stream().map(Mutant::operator),
                                CodeSites.all().stream().map(CodeSite::operator))
                        .collect(Collectors.toSet());
        used.add(Operator.CONSTRAINT);
        assertThat(used).containsExactlyInAnyOrder(Operator.values());
    }

    @Test
    void everyPlaceOfCodeHasANameOfItsOwn() {
        assertThat(CodeSites.all()).extracting(CodeSite::name).doesNotHaveDuplicates();
    }
}
