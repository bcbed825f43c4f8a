package meanwhile;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Holds of a class that can start a thread, in any of the ways that the JDK offers. */
final class ThreadStarts extends ArchCondition<JavaClass> {
    /** Whoever knows one of these has threads of its own. */
    private static final List<Class<?>> POOLS =
            List.of(
                    ExecutorService.class,
                    Executors.class,
                    CompletionService.class,
                    ForkJoinTask.class,
                    Timer.class);

    private static final Set<String> OF_THREADS =
            Set.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform");

    private static final Set<String> OF_FUTURES =
            Set.of("delayedExecutor", "orTimeout", "completeOnTimeout");

    ThreadStarts() {
        super("start a thread");
    }

    @Override
    public void check(JavaClass one, ConditionEvents events) {
        in(one).forEach(start -> events.add(SimpleConditionEvent.satisfied(one, start)));
    }

    /** How this class can start a thread, a description for each place; none if it cannot. */
    static List<String> in(JavaClass one) {
        List<String> starts = new ArrayList<>();
        if (one.isAssignableTo(Thread.class)) {
            starts.add(one.getName() + " is a thread");
        }
        one.getDirectDependenciesFromSelf().stream()
                .filter(use -> isPool(use.getTargetClass().getBaseComponentType()))
                .forEach(use -> starts.add(use.getDescription()));
        accesses(one).filter(ThreadStarts::starts).forEach(use -> starts.add(use.getDescription()));
        return starts;
    }

    private static Stream<JavaAccess<?>> accesses(JavaClass one) {
        return Stream.<Collection<? extends JavaAccess<?>>>of(
                        one.getMethodCallsFromSelf(),
                        one.getMethodReferencesFromSelf(),
                        one.getConstructorCallsFromSelf(),
                        one.getConstructorReferencesFromSelf())
                .flatMap(Collection::stream);
    }

    private static boolean isPool(JavaClass used) {
        return POOLS.stream().anyMatch(used::isAssignableTo)
                || used.getName().startsWith("java.util.concurrent.StructuredTaskScope");
    }

    private static boolean starts(JavaAccess<?> use) {
        JavaClass owner = use.getTargetOwner();
        String name = use.getTarget().getName();
        if (owner.isAssignableTo(Thread.class)) {
            return OF_THREADS.contains(name);
        }
        if (owner.isAssignableTo(CompletionStage.class)) {
            return name.endsWith("Async") || OF_FUTURES.contains(name);
        }
        if (owner.isEquivalentTo(Arrays.class)) {
            return name.startsWith("parallel");
        }
        return owner.isAssignableTo(Thread.Builder.class)
                || (owner.isAssignableTo(Collection.class) && name.equals("parallelStream"))
                || (owner.isAssignableTo(BaseStream.class) && name.equals("parallel"))
                || owner.isEquivalentTo(StreamSupport.class)
                || (owner.isEquivalentTo(Runtime.class) && name.equals("addShutdownHook"));
    }
}
