package dev.xeroauth.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The ways to break a rule: one nested class each, in a class of {@code fixtures}. {@code Allowed…} breaks nothing. */
final class Ways {

    private Ways() {}

    static JavaClasses classes(Class<?> fixture) {
        return new ClassFileImporter().importPackagesOf(fixture);
    }

    /** Those that a rule has to find. */
    static Set<String> of(Class<?> fixture) {
        Set<String> ways = Arrays.stream(fixture.getDeclaredClasses())
                .map(Class::getSimpleName)
                .filter(way -> !way.startsWith("Allowed"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("No way to break a rule in " + fixture);
        }
        return ways;
    }

    /** Those that it found. */
    static Set<String> found(Collection<Violation> violations, Class<?> fixture) {
        String prefix = fixture.getName() + "$";
        return violations.stream()
                .map(Violation::type)
                .filter(type -> type.startsWith(prefix))
                .map(type -> type.substring(prefix.length()).replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
