package dev.xeroauth.accounting.processor;

import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * The models and enumerations that there are: those declared in this round, and those of the package that are compiled
 * already.
 */
record Declared(Set<String> models, Set<String> enumerations, Elements compiled, String inPackage) {

    boolean isModel(String name) {
        return models.contains(name) || extendsClass(name, "Model");
    }

    boolean isEnumeration(String name) {
        return enumerations.contains(name) || extendsClass(name, "OpenEnum");
    }

    private boolean extendsClass(String name, String base) {
        TypeElement type = compiled.getTypeElement(inPackage + "." + name);
        while (type != null) {
            if (type.getSimpleName().contentEquals(base)) {
                return true;
            }
            TypeMirror parent = type.getSuperclass();
            type = parent.getKind() == TypeKind.DECLARED ? (TypeElement) ((DeclaredType) parent).asElement() : null;
        }
        return false;
    }
}
