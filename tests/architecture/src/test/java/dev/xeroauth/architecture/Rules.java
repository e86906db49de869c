package dev.xeroauth.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What library code does not do. Each rule returns what breaks it. */
final class Rules {

    private static final String ANY = "*";
    private static final String BARE = "<init>()";

    /** What asks the machine for the time or for chance: by class, the methods, all of them, or the bare constructor. */
    private static final Map<String, Set<String>> ASKING = Map.ofEntries(
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.StrictMath", Set.of("random")),
            Map.entry("java.time.Clock", Set.of(ANY)),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.GregorianCalendar", Set.of(BARE)),
            Map.entry("java.util.Date", Set.of(BARE)),
            Map.entry("java.util.Random", Set.of(BARE)),
            Map.entry("java.util.SplittableRandom", Set.of(BARE)),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of(ANY)),
            Map.entry("java.util.random.RandomGenerator", Set.of("getDefault", "of")),
            Map.entry("java.security.SecureRandom", Set.of("<init>", "getInstance", "getInstanceStrong")));

    private Rules() {}

    /** Time and chance come in from outside. */
    static List<Violation> clocksAndChance(JavaClasses classes) {
        return classes.stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(Rules::asksTimeOrChance)
                .map(access -> new Violation(
                        access.getOriginOwner().getName(),
                        "asks " + access.getTarget().getFullName()))
                .distinct()
                .toList();
    }

    private static boolean asksTimeOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.startsWith("java.time.") && name.equals("now")) {
            return true;
        }
        if (owner.equals("java.util.Collections") && name.equals("shuffle")) {
            return access.getTarget().getFullName().endsWith("(java.util.List)");
        }
        Set<String> asking = ASKING.getOrDefault(owner, Set.of());
        boolean bare = access.getTarget().getFullName().endsWith(BARE);
        return asking.contains(ANY) || asking.contains(name) || (asking.contains(BARE) && bare);
    }

    /** What a module knows of the world. */
    static List<Violation> foreignTo(JavaClasses module, Predicate<String> known) {
        return module.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isForeign(target(dependency), module, known))
                .map(dependency -> new Violation(
                        dependency.getOriginClass().getName(),
                        "knows " + target(dependency).getName()))
                .distinct()
                .toList();
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static boolean isForeign(JavaClass target, JavaClasses module, Predicate<String> known) {
        return !target.isPrimitive() && !module.contain(target.getName()) && !known.test(target.getName());
    }
}
