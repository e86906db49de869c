package dev.xeroauth.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A jar that is deployed, before it is packed: its descriptor says what it exports. */
record Library(String artifact, Path classFiles, ModuleDescriptor descriptor) {

    String name() {
        return descriptor.name();
    }

    JavaClasses classes() {
        return new ClassFileImporter().importPath(classFiles);
    }

    /** Packages that every application can see. */
    Set<String> exported() {
        return descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    static JavaClasses classesOf(Collection<Library> libraries) {
        return new ClassFileImporter()
                .importPaths(libraries.stream().map(Library::classFiles).toList());
    }

    static Set<String> exportedBy(Collection<Library> libraries) {
        return libraries.stream().flatMap(each -> each.exported().stream()).collect(Collectors.toSet());
    }
}
