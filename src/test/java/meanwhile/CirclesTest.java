package meanwhile;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;
import meanwhile.planted.egg.Egg;
import meanwhile.planted.hen.Hen;
import org.junit.jupiter.api.Test;

/** No class and no package leads back to itself by way of others. */
class CirclesTest {
    private static final ArchRule NO_CIRCLE_OF_CLASSES =
            freeOfCircles("top-level classes", SuiteClasses::topLevelName);

    private static final ArchRule NO_CIRCLE_OF_PACKAGES =
            freeOfCircles("packages", one -> one.getBaseComponentType().getPackageName());

    private static ArchRule freeOfCircles(String parts, Function<JavaClass, String> partOf) {
        return slices().assignedFrom(
                        new SliceAssignment() {
                            @Override
                            public SliceIdentifier getIdentifierOf(JavaClass one) {
                                String part = partOf.apply(one);
                                return part.startsWith("meanwhile")
                                        ? SliceIdentifier.of(part)
                                        : SliceIdentifier.ignore();
                            }

                            @Override
                            public String getDescription() {
                                return parts;
                            }
                        })
                .should()
                .beFreeOfCycles();
    }

    @Test
    void classesAreFreeOfCircles() {
        NO_CIRCLE_OF_CLASSES.check(SuiteClasses.ALL);
    }

    @Test
    void packagesOfEveryDepthAreFreeOfCircles() {
        NO_CIRCLE_OF_PACKAGES.check(SuiteClasses.ALL);
    }

    @Test
    void aPlantedCircleIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(Hen.class, Egg.class);
        assertThat(NO_CIRCLE_OF_CLASSES.evaluate(planted).hasViolation()).isTrue();
        assertThat(NO_CIRCLE_OF_PACKAGES.evaluate(planted).hasViolation()).isTrue();
    }
}
