package dev.xeroauth.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what shows through to an application in what it can name, call, extend or catch. */
final class Signatures {

    private Signatures() {}

    /** Types that packages show without being allowed to. */
    static List<Violation> shown(JavaClasses classes, Set<String> packages, Predicate<String> allowed) {
        return classes.stream()
                .filter(each -> packages.contains(each.getPackageName()))
                .filter(each -> isVisible(each) || each.getSimpleName().equals("package-info"))
                .flatMap(each -> Stream.concat(ofTheClass(each), ofItsMembers(each)))
                .filter(each -> !allowed.test(each.does()))
                .map(each -> new Violation(each.type(), "shows " + each.does()))
                .distinct()
                .toList();
    }

    private static Stream<Violation> ofTheClass(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        return Stream.concat(
                        Stream.of(
                                        Stream.concat(
                                                type.getAllRawSuperclasses().stream(),
                                                type.getAllRawInterfaces().stream()),
                                        supertypes.flatMap(Signatures::involved),
                                        type.getTypeParameters().stream().flatMap(Signatures::involved))
                                .flatMap(each -> each)
                                .filter(each -> !isHiddenBase(each)),
                        type.getAnnotations().stream().map(JavaAnnotation::getRawType))
                .map(each -> new Violation(type.getName(), each.getName()));
    }

    /** A supertype of ours that applications cannot name shows only what it hands down. */
    private static boolean isHiddenBase(JavaClass type) {
        return type.getName().startsWith("dev.xeroauth.")
                && !type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static Stream<Violation> ofItsMembers(JavaClass type) {
        return type.getAllMembers().stream()
                .filter(member -> member.getOwner().getName().startsWith("dev.xeroauth.") || member.getOwner() == type)
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(member -> isOpen(member.getModifiers()))
                .flatMap(member -> Stream.concat(
                                types(member).flatMap(Signatures::involved),
                                annotations(member).map(JavaAnnotation::getRawType))
                        .map(each -> new Violation(type.getName(), each.getName())));
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getExceptionTypes().stream(),
                            unit.getTypeParameters().stream())
                    .flatMap(each -> each);
        }
        return Stream.of(((JavaField) member).getType());
    }

    private static Stream<? extends JavaAnnotation<?>> annotations(JavaMember member) {
        Stream<? extends JavaAnnotation<?>> own = member.getAnnotations().stream();
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(
                    own, unit.getParameters().stream().flatMap(parameter -> parameter.getAnnotations().stream()));
        }
        return own;
    }

    private static Stream<JavaClass> involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(each -> !each.isPrimitive());
    }

    private static boolean isVisible(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(Signatures::isVisible).orElse(true);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
