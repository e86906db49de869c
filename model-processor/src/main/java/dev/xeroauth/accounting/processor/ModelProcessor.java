package dev.xeroauth.accounting.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Makes a class of each table of fields and each table of constants. Both annotations belong to the package of the
 * models; each file that is made comes from one declaration alone.
 */
@SupportedAnnotationTypes({ModelProcessor.FIELDS, ModelProcessor.CONSTANTS})
public final class ModelProcessor extends AbstractProcessor {

    static final String FIELDS = "dev.xeroauth.accounting.model.FieldTable";
    static final String CONSTANTS = "dev.xeroauth.accounting.model.ConstantTable";

    /** Made by the compiler. */
    public ModelProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<? extends Element> models = declarations(FIELDS, annotations, round);
        Set<? extends Element> enumerations = declarations(CONSTANTS, annotations, round);
        Declared declared = new Declared(
                simpleNames(models), simpleNames(enumerations), processingEnv.getElementUtils(), packageOfModels());
        models.forEach(model -> makeModel(model, declared));
        enumerations.forEach(this::makeEnumeration);
        return false;
    }

    private void makeModel(Element declaration, Declared declared) {
        Table<Line> lines = new Table<>(
                table(declaration),
                columns -> CompanionLine.fits(columns) ? CompanionLine.of(columns) : FieldLine.of(columns, declared));
        ModelTable table = new ModelTable(
                declaration.getSimpleName().toString(), javadoc(declaration), List.copyOf(lines.lines()));
        if (report(declaration, lines.problems()) && report(declaration, table.problems())) {
            write(declaration, new ModelSource(table).write());
        }
    }

    private void makeEnumeration(Element declaration) {
        Table<ConstantLine> lines = new Table<>(table(declaration), ConstantLine::of);
        if (report(declaration, lines.problems())) {
            write(
                    declaration,
                    EnumerationSource.write(
                            declaration.getSimpleName().toString(), javadoc(declaration), lines.lines()));
        }
    }

    private String javadoc(Element declaration) {
        String comment = processingEnv.getElementUtils().getDocComment(declaration);
        report(declaration, comment == null ? List.of("The declaration has no Javadoc") : List.of());
        return comment == null ? "" : comment;
    }

    /** Whether there is nothing to report. */
    private boolean report(Element declaration, List<String> problems) {
        for (String problem : problems) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "Table of " + declaration.getSimpleName() + ": " + problem,
                            declaration);
        }
        return problems.isEmpty();
    }

    private void write(Element declaration, String body) {
        String name = packageOfModels() + "." + declaration.getSimpleName();
        try (Writer file =
                processingEnv.getFiler().createSourceFile(name, declaration).openWriter()) {
            file.write(Sources.file(packageOfModels(), body));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name, e);
        }
    }

    private static Set<? extends Element> declarations(
            String annotation, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return annotations.stream()
                .filter(type -> type.getQualifiedName().contentEquals(annotation))
                .flatMap(type -> round.getElementsAnnotatedWith(type).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> simpleNames(Set<? extends Element> declarations) {
        return declarations.stream()
                .map(declaration -> declaration.getSimpleName().toString())
                .collect(Collectors.toSet());
    }

    /** The one text that both annotations hold. */
    private static String table(Element declaration) {
        return declaration.getAnnotationMirrors().stream()
                .filter(mirror -> Set.of(FIELDS, CONSTANTS)
                        .contains(mirror.getAnnotationType().toString()))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .map(value -> String.valueOf(value.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String packageOfModels() {
        return FIELDS.substring(0, FIELDS.lastIndexOf('.'));
    }
}
