package dev.xeroauth.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a module may know besides itself and the JDK, and what it may show of that.
 *
 * @param modules of ours, by what they export
 * @param packages of others
 * @param shown packages of others that its exported packages may show
 */
record Knowledge(Set<String> modules, List<String> packages, List<String> shown) {

    private static final String CORE = "dev.xeroauth";
    private static final Predicate<String> EVERYWHERE = within(List.of("java.", "javax.", "org.jspecify.annotations."));
    private static final Set<String> OF_OKHTTP = Set.of("okhttp3.Interceptor", "okhttp3.OkHttpClient");

    /** By module name. A module that is not here is refused. */
    static final Map<String, Knowledge> OF = Map.of(
            CORE,
            new Knowledge(
                    Set.of(),
                    List.of(
                            "okhttp3.",
                            "okio.",
                            "com.fasterxml.jackson.core.",
                            "com.nimbusds.",
                            "dev.failsafe.",
                            "org.slf4j."),
                    List.of()),
            "dev.xeroauth.jdbc",
            new Knowledge(Set.of(CORE), List.of(), List.of()),
            "dev.xeroauth.redis",
            new Knowledge(Set.of(CORE), List.of("redis.clients.jedis."), List.of("redis.clients.jedis.")),
            "dev.xeroauth.accounting",
            new Knowledge(
                    Set.of(CORE), List.of("okhttp3.", "okio.", "kotlin.", "com.fasterxml.jackson.core."), List.of()),
            "dev.xeroauth.testkit",
            new Knowledge(
                    Set.of(CORE),
                    List.of(
                            "okhttp3.",
                            "okio.",
                            "kotlin.",
                            "mockwebserver3.",
                            "com.fasterxml.jackson.",
                            "org.junit.jupiter.api.",
                            "org.assertj.core."),
                    List.of("org.junit.jupiter.api.extension.")));

    /** Modules that have no line above, and lines that have no module. */
    static Set<String> mismatches(List<Library> libraries) {
        Set<String> found = new TreeSet<>();
        Set<String> names = new TreeSet<>(libraries.stream().map(Library::name).toList());
        names.stream().filter(name -> !OF.containsKey(name)).forEach(name -> found.add(name + " has no rules"));
        OF.keySet().stream().filter(name -> !names.contains(name)).forEach(name -> found.add(name + " is no module"));
        return found;
    }

    /** Types that a module may use. */
    static Predicate<String> knownTo(Library library, List<Library> all) {
        Knowledge knowledge = of(library);
        Set<String> ours = Library.exportedBy(all.stream()
                .filter(each -> knowledge.modules.contains(each.name()))
                .toList());
        return EVERYWHERE.or(within(knowledge.packages)).or(type -> ours.contains(packageOf(type)));
    }

    /** Types that a module may show. */
    static Predicate<String> shownBy(Library library, List<Library> all) {
        Set<String> ours = Library.exportedBy(all);
        return EVERYWHERE
                .or(within(of(library).shown))
                .or(OF_OKHTTP::contains)
                .or(type -> ours.contains(packageOf(type)));
    }

    private static Knowledge of(Library library) {
        return OF.getOrDefault(library.name(), new Knowledge(Set.of(), List.of(), List.of()));
    }

    private static Predicate<String> within(List<String> packages) {
        return type -> packages.stream().anyMatch(type::startsWith);
    }

    /** Of a class that may be nested. */
    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
