package dev.xeroauth.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What library code does not do. Each rule returns what breaks it. */
final class Rules {

    private static final Set<String> MAY_BE_SEEN = Set.of("okhttp3.Interceptor", "okhttp3.OkHttpClient");
    private static final List<String> INSIDES =
            List.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.", "dev.failsafe.", "org.slf4j.", "mockwebserver3.");

    private Rules() {}

    /** Time and chance come in from outside. */
    static List<String> clocksAndChance(JavaClasses classes) {
        return classes.stream()
                .flatMap(each -> Stream.concat(
                        each.getAccessesFromSelf().stream(), each.getCodeUnitReferencesFromSelf().stream()))
                .filter(Rules::asksTimeOrChance)
                .map(JavaAccess::getDescription)
                .distinct()
                .toList();
    }

    private static boolean asksTimeOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(name))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (Set.of("java.time.Clock", "java.time.InstantSource").contains(owner) && name.startsWith("system"))
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || (owner.equals("java.util.Random")
                        && access.getTarget().getFullName().endsWith("<init>()"))
                || (owner.equals("java.util.Date")
                        && access.getTarget().getFullName().endsWith("<init>()"));
    }

    /** What a module knows of the world. */
    static List<String> foreignTo(JavaClasses module, Predicate<String> known) {
        Set<String> foreign = new TreeSet<>();
        for (JavaClass each : module) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                boolean ofThisModule = module.contain(target.getName());
                if (!target.isPrimitive() && !ofThisModule && !known.test(target.getName())) {
                    foreign.add(each.getName() + " -> " + target.getName());
                }
            }
        }
        return List.copyOf(foreign);
    }

    /** What shows through to an application. */
    static List<String> insidesShown(JavaClasses classes, Predicate<JavaClass> exported) {
        List<String> shown = new ArrayList<>();
        for (JavaClass each : classes) {
            if (!exported.test(each) || !each.getModifiers().contains(JavaModifier.PUBLIC)) {
                continue;
            }
            supertypes(each).filter(Rules::isInside).forEach(type -> shown.add(each.getName() + " is a " + type));
            each.getAllMembers().stream()
                    .filter(member -> member.getOwner().getName().startsWith("dev.xeroauth."))
                    .filter(Rules::isSeen)
                    .forEach(member -> types(member)
                            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .map(type -> type.getBaseComponentType().getName())
                            .filter(Rules::isInside)
                            .forEach(type -> shown.add(member.getFullName() + " shows " + type)));
        }
        return shown;
    }

    private static Stream<String> supertypes(JavaClass type) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .map(JavaClass::getName);
    }

    private static boolean isSeen(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(
                    Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()),
                    unit.getExceptionTypes().stream());
        }
        return Stream.of(((com.tngtech.archunit.core.domain.JavaField) member).getType());
    }

    private static boolean isInside(String type) {
        return INSIDES.stream().anyMatch(type::startsWith) && !MAY_BE_SEEN.contains(type);
    }
}
