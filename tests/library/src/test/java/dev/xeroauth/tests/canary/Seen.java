package dev.xeroauth.tests.canary;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Texts that somebody may get to see, each with the place where. Thread-safe, but for {@link #holding}. */
final class Seen {

    private enum Sort {
        LINE,
        EXCEPTION,
        TEXT
    }

    private record Text(Sort sort, String place, String text) {}

    private final Queue<Text> texts = new ConcurrentLinkedQueue<>();
    private final Queue<Object> objects = new ConcurrentLinkedQueue<>();

    /** A line of a log, or what stands for one. */
    void line(String place, String text) {
        texts.add(new Text(Sort.LINE, place, text));
    }

    /** Its message, that of every cause and suppressed one, and the stack trace as it is printed. */
    void thrown(Throwable e) {
        each(e, Collections.newSetFromMap(new IdentityHashMap<>()));
        StringWriter printed = new StringWriter();
        e.printStackTrace(new PrintWriter(printed, true));
        texts.add(new Text(Sort.TEXT, "stack trace of " + e.getClass().getName(), printed.toString()));
    }

    private void each(Throwable e, Set<Throwable> before) {
        if (!before.add(e)) {
            return;
        }
        String place = e.getClass().getName();
        texts.add(new Text(Sort.EXCEPTION, place, e.getMessage() + '\n' + e.getLocalizedMessage() + '\n' + e));
        Reachable.from(e).forEach(held -> shown(place, held));
        Optional.ofNullable(e.getCause()).ifPresent(cause -> each(cause, before));
        for (Throwable suppressed : e.getSuppressed()) {
            each(suppressed, before);
        }
    }

    /** The text form of an object, and of every object of the library that it holds. */
    void shown(Object object) {
        shown("handed out", object);
        Reachable.from(object)
                .forEach(held -> shown("held by " + object.getClass().getName(), held));
    }

    private void shown(String how, Object object) {
        objects.add(object);
        texts.add(new Text(Sort.TEXT, "text form of " + object.getClass().getName() + ", " + how, object.toString()));
    }

    /** Where something shows, and what. */
    Map<String, String> found(Canaries canaries) {
        Map<String, String> found = new TreeMap<>();
        texts.forEach(text -> canaries.in(text.text()).ifPresent(kind -> found.put(text.place(), kind)));
        return found;
    }

    /** The classes of objects that hold a canary, whatever they show. */
    Set<String> holding(Canaries canaries) {
        Set<String> classes = new TreeSet<>();
        objects.stream()
                .filter(object -> Reachable.textsIn(object).stream()
                        .anyMatch(text -> canaries.in(text).isPresent()))
                .forEach(object -> classes.add(object.getClass().getSimpleName()));
        return classes;
    }

    /** How many lines came from there. */
    long linesFrom(String place) {
        return texts.stream()
                .filter(text -> text.sort() == Sort.LINE && text.place().contains(place))
                .count();
    }

    /** How many objects of this class were shown. */
    long objectsOf(String simpleName) {
        return objects.stream()
                .filter(object -> object.getClass().getSimpleName().equals(simpleName))
                .count();
    }

    long lines() {
        return count(Sort.LINE);
    }

    long exceptions() {
        return count(Sort.EXCEPTION);
    }

    long texts() {
        return count(Sort.TEXT);
    }

    private long count(Sort sort) {
        return texts.stream().filter(text -> text.sort() == sort).count();
    }
}
