package dev.xeroauth.accounting.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A run of the compiler with the processor over declarations in the package of the models. */
final class Compilation {

    private static final String PACKAGE = "package dev.xeroauth.accounting.model;\n";

    /** The least that declarations need to be compiled with. */
    private static final Map<String, String> ALWAYS = Map.of(
            "FieldTable", "@interface FieldTable { String value(); }",
            "ConstantTable", "@interface ConstantTable { String value(); }",
            "Model", "abstract class Model {}",
            "OpenEnum", "abstract class OpenEnum {}",
            "Known", "abstract class Known extends Model {}",
            "KnownValue", "abstract class KnownValue extends OpenEnum {}");

    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final Path generated;

    Compilation(Path folder, String declarations) {
        this.generated = folder;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> sources = Stream.concat(
                        Stream.of(source("Tables", "interface Tables {\n" + declarations + "\n}")),
                        ALWAYS.entrySet().stream().map(each -> source(each.getKey(), each.getValue())))
                .toList();
        JavaCompiler.CompilationTask task = compiler.getTask(
                new StringWriter(),
                null,
                diagnostics,
                List.of("-proc:only", "-s", folder.toString(), "-d", folder.toString()),
                null,
                sources);
        task.setProcessors(List.of(new ModelProcessor()));
        task.call();
    }

    /** A model named Thing. */
    static Compilation ofModel(Path folder, String... lines) {
        return new Compilation(
                folder, "/** A thing. */\n@FieldTable(\"\"\"\n" + joined(lines) + "\"\"\")\ninterface Thing {}");
    }

    /** An enumeration named State. */
    static Compilation ofEnumeration(Path folder, String... lines) {
        return new Compilation(
                folder, "/** A state. */\n@ConstantTable(\"\"\"\n" + joined(lines) + "\"\"\")\ninterface State {}");
    }

    /** The processor's errors, not those of classes that are missing here, with the text of the line that each of them points to. */
    List<String> errors() {
        return diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .filter(each -> each.getMessage(null).startsWith("Table of "))
                .map(each -> lineOf(each) + ": " + each.getMessage(null))
                .toList();
    }

    String generated(String name) throws IOException {
        return Files.readString(generated.resolve("dev/xeroauth/accounting/model/" + name + ".java"));
    }

    private static String joined(String... lines) {
        return Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String lineOf(Diagnostic<? extends JavaFileObject> error) {
        try {
            String text = error.getSource().getCharContent(true).toString();
            return text.lines().skip(error.getLineNumber() - 1).findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return PACKAGE + text;
            }
        };
    }
}
