package dev.xeroauth.tests.model;

import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Memory;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.Revision;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells one world from another: names that were drawn by the order in which they appear, times by how far they are from
 * now, and nothing that no decision goes by.
 */
final class Canonical {

    /** Longer ago than anything that is waited for. */
    private static final long LONG_AGO = -150;

    private static final Set<String> IRRELEVANT = Set.of(
            "serial",
            "failures",
            "lastError",
            "reason",
            "error",
            "reach",
            "unknown",
            "confirmAt",
            "obtainedAt",
            "refreshAt",
            "lifetime",
            "polls",
            "names",
            "deadline",
            "id",
            "issuedAt",
            "why",
            "pause",
            "news",
            "next");
    private static final Set<String> ONLY_WHETHER = Set.of("firstPresentedAt", "firstUsedAt", "cleanSince");

    private enum How {
        WHOLE,
        ONLY_WHETHER,
        NANOS
    }

    private record Part(How how, Method accessor) {}

    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            return parts(type);
        }
    };

    private final StringBuilder text = new StringBuilder(2048);
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<Revision> written = new HashSet<>();
    private final Instant now;
    private final boolean forgets;

    private Canonical(World world) {
        this.now = world.now();
        // Where the store loses nothing, what a process remembers makes no difference.
        this.forgets = world.left().containsKey(Fault.STORE_FORGETS);
    }

    static String of(World world) {
        Canonical canonical = new Canonical(world);
        canonical.add(world);
        return canonical.text.toString();
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            text.append('-');
        } else if (value instanceof String string) {
            addText(string);
        } else if (value instanceof Optional<?> optional) {
            add(optional.orElse(null));
        } else if (value instanceof Revision revision) {
            name(revision.value());
        } else if (value instanceof OpenGrant grant) {
            addOnce(grant.revision(), grant);
        } else if (value instanceof Action.Write write) {
            addOnce(write.revision(), write);
        } else if (value instanceof Memory memory) {
            add(forgets ? memory.newest() : null);
        } else if (value instanceof Record record) {
            addRecord(record);
        } else if (value instanceof Instant time) {
            text.append(Math.max(LONG_AGO, Duration.between(now, time).toMillis() / 1000));
        } else if (value instanceof Set<?> set) {
            text.append(set.stream().map(Object::toString).sorted().toList());
        } else if (value instanceof Collection<?> many) {
            text.append('[');
            many.forEach(this::addNext);
            text.append(']');
        } else {
            text.append(value);
        }
    }

    /** What carries one revision is the same wherever it stands. */
    private void addOnce(Revision revision, Record record) {
        if (written.add(revision)) {
            addRecord(record);
        } else {
            name(revision.value());
        }
    }

    private void addNext(Object value) {
        add(value);
        text.append(',');
    }

    private void addText(String string) {
        if (string.startsWith(Universe.NONCE)) {
            name(string);
        } else {
            text.append(string);
        }
    }

    private void name(String drawn) {
        text.append('#').append(names.computeIfAbsent(drawn, it -> names.size()));
    }

    private void addRecord(Record record) {
        text.append(record.getClass().getSimpleName().charAt(0)).append('(');
        for (Part part : PARTS.get(record.getClass())) {
            Object value = read(record, part.accessor());
            switch (part.how()) {
                case ONLY_WHETHER -> text.append(isThere(value) ? '+' : '-');
                case NANOS -> add(World.BEGINNING.plusNanos((Long) value));
                case WHOLE -> add(value);
            }
            text.append(';');
        }
        text.append(')');
    }

    private static boolean isThere(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.isPresent() : value != null;
    }

    private static Part[] parts(Class<?> type) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (!IRRELEVANT.contains(name) && !(type == World.class && name.equals("now"))) {
                component.getAccessor().setAccessible(true);
                How how =
                        ONLY_WHETHER.contains(name) ? How.ONLY_WHETHER : name.endsWith("Nanos") ? How.NANOS : How.WHOLE;
                parts.add(new Part(how, component.getAccessor()));
            }
        }
        return parts.toArray(Part[]::new);
    }

    private static @Nullable Object read(Record record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A record can be read", e);
        }
    }
}
