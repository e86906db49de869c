package dev.xeroauth.internal.engine;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Virtual threads, by reflection because the library is compiled for Java 17. */
final class VirtualThreads {

    /** Before it, a virtual thread that blocks in a monitor, as JDBC drivers do, holds up its carrier (JEP 491). */
    private static final int NO_LONGER_PINNED = 24;

    private VirtualThreads() {}

    /** Makes threads with this prefix and a number; empty on a JDK that has none worth using. */
    static Optional<ThreadFactory> named(String prefix) {
        if (Runtime.version().feature() < NO_LONGER_PINNED) {
            return Optional.empty();
        }
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Method name = builder.getMethod("name", String.class, long.class);
            Object named = name.invoke(Thread.class.getMethod("ofVirtual").invoke(null), prefix, 1L);
            Object bare = builder.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(named, false);
            return Optional.of((ThreadFactory) builder.getMethod("factory").invoke(bare));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
