package dev.xeroauth.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds {@code synchronized} in bytecode, methods and blocks. */
final class Monitors {

    private Monitors() {}

    /** In a folder of classes. */
    static List<Violation> in(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> inClass(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Violation> inClass(Path file) {
        List<Violation> found = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            ClassReader reader = new ClassReader(bytes);
            reader.accept(new Finder(reader.getClassName().replace('/', '.'), found), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Finder extends ClassVisitor {

        private final String type;
        private final List<Violation> found;

        Finder(String type, List<Violation> found) {
            super(Opcodes.ASM9);
            this.type = type;
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                found.add(new Violation(type, "is synchronized in " + name));
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.MONITORENTER) {
                        found.add(new Violation(type, "has a synchronized block in " + name));
                    }
                }
            };
        }
    }
}
