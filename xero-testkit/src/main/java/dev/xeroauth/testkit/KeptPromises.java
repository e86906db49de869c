package dev.xeroauth.testkit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Says at the end of a contract class how many promises it has kept: those whose tests have all run and passed. A test that was
 * skipped, filtered out or aborted counts as failed.
 */
final class KeptPromises implements BeforeTestExecutionCallback, TestWatcher, AfterAllCallback {

    private static final Namespace HERE = Namespace.create(KeptPromises.class);

    /** Of one class. */
    private record Run(Map<String, String> names, Set<String> passed) {
        Run() {
            this(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
        }
    }

    /** Asks while the store is there; afterwards its server may be gone. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (context.getRequiredTestInstance() instanceof StoreTests tests) {
            Map<String, String> names = run(context).names();
            names.computeIfAbsent("store", name -> tests.store().getClass().getSimpleName());
            names.computeIfAbsent("server", name -> tests.server());
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        run(context).passed().add(context.getRequiredTestMethod().getName());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        if (StoreTests.class.isAssignableFrom(tests)) {
            Run run = run(context);
            long kept = IntStream.rangeClosed(1, Promise.COUNT)
                    .filter(promise -> keeps(tests, promise, run.passed()))
                    .count();
            System.out.println("contract: store=" + run.names().getOrDefault("store", "unknown") + " server="
                    + run.names().getOrDefault("server", "unknown") + " promises=" + kept + "/" + Promise.COUNT);
        }
    }

    private static boolean keeps(Class<?> tests, int promise, Set<String> passed) {
        return proving(tests, promise).map(Method::getName).allMatch(passed::contains);
    }

    /** The tests of a promise. */
    static Stream<Method> proving(Class<?> tests, int promise) {
        return Stream.<Class<?>>iterate(tests, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> proves(method.getAnnotation(Promise.class), promise));
    }

    private static boolean proves(@Nullable Promise proves, int promise) {
        return proves != null && Arrays.stream(proves.value()).anyMatch(number -> number == promise);
    }

    private static Run run(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(context.getRequiredTestClass(), type -> new Run(), Run.class);
    }
}
