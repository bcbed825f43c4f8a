package meanwhile;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import meanwhile.suite.Main;

/** The classes of the suite itself, without any test. */
final class SuiteClasses {
    static final JavaClasses ALL =
            new ClassFileImporter()
                    .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    private SuiteClasses() {}

    /** The full name of the class whose file holds this one. */
    static String topLevelName(JavaClass one) {
        String name = one.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
