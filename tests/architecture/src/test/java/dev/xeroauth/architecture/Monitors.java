package dev.xeroauth.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds {@code synchronized} in bytecode, methods and blocks. */
final class Monitors {

    private Monitors() {}

    /** In a folder of classes or a jar. */
    static List<String> in(URL home) {
        try {
            URI uri = home.toURI();
            if (!uri.getPath().endsWith(".jar")) {
                return inTree(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + uri), Map.of())) {
                return inTree(jar.getPath("/"));
            }
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read " + home, e);
        }
    }

    private static List<String> inTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            if (classes.isEmpty()) {
                throw new IllegalStateException("No classes in " + root);
            }
            return classes.stream().flatMap(file -> inClass(file).stream()).toList();
        }
    }

    private static List<String> inClass(Path file) {
        List<String> found = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            ClassReader reader = new ClassReader(bytes);
            reader.accept(new Finder(reader.getClassName(), found), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Finder extends ClassVisitor {

        private final String type;
        private final List<String> found;

        Finder(String type, List<String> found) {
            super(Opcodes.ASM9);
            this.type = type;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                found.add(type + "." + name + " is synchronized");
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.MONITORENTER) {
                        found.add(type + "." + name + " has a synchronized block");
                    }
                }
            };
        }
    }
}
