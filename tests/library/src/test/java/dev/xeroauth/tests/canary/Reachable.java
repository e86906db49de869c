package dev.xeroauth.tests.canary;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The library's objects that can be reached from one, through private fields and the JDK's containers. For one thread. */
final class Reachable {

    private static final String LIBRARY = "dev.xeroauth.";
    /** A test's objects may show what they like, and what they hold is the test's. */
    private static final List<String> NOT_LIBRARY = List.of("dev.xeroauth.tests.", "dev.xeroauth.testkit.");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final List<Object> found = new ArrayList<>();

    private Reachable(Object from) {
        add(from);
        while (!waiting.isEmpty()) {
            look(waiting.pop());
        }
    }

    static List<Object> from(Object root) {
        return new Reachable(root).found;
    }

    /** The texts that an object itself holds, to be compared with what it shows. */
    static List<String> textsIn(Object object) {
        return fields(object).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private void add(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            waiting.push(object);
        }
    }

    private void look(Object object) {
        if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (object instanceof Collection<?> many) {
            new ArrayList<>(many).forEach(this::add);
        } else if (object instanceof Map<?, ?> map) {
            new ArrayList<>(map.keySet()).forEach(this::add);
            new ArrayList<>(map.values()).forEach(this::add);
        } else if (object instanceof Object[] array) {
            Arrays.asList(array).forEach(this::add);
        } else if (object instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else if (object instanceof CompletableFuture<?> future
                && future.isDone()
                && !future.isCompletedExceptionally()) {
            add(future.join());
        } else if (isLibrary(object.getClass())) {
            found.add(object);
            fields(object).forEach(this::add);
        }
    }

    private static boolean isLibrary(Class<?> type) {
        String name = type.getName();
        return name.startsWith(LIBRARY) && NOT_LIBRARY.stream().noneMatch(name::startsWith);
    }

    private static List<@Nullable Object> fields(Object object) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Class<?> type = object.getClass(); type != null && isLibrary(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    values.add(valueOf(field, object));
                }
            }
        }
        return values;
    }

    private static @Nullable Object valueOf(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A field of the library can be read on the class path", e);
        }
    }
}
