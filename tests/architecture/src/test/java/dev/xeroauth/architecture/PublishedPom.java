package dev.xeroauth.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A pom as users get it. */
record PublishedPom(Pom pom) {

    private static final Set<String> NEEDED = Set.of(
            "modelVersion",
            "groupId",
            "artifactId",
            "version",
            "packaging",
            "name",
            "description",
            "url",
            "licenses",
            "developers",
            "scm",
            "dependencies");

    String artifact() {
        return pom.text("artifactId");
    }

    boolean isBom() {
        return pom.text("packaging").equals("pom");
    }

    /** What a user does not need, and what a user misses. */
    List<String> problems(Pom root) {
        List<String> found = new ArrayList<>();
        pom.children()
                .map(Pom::name)
                .filter(name -> !NEEDED.contains(name) && !(isBom() && name.equals("dependencyManagement")))
                .forEach(name -> found.add("has " + name));
        for (String name : List.of("name", "description", "version")) {
            if (pom.text(name).isEmpty()) {
                found.add("has no " + name);
            }
        }
        if (!pom.text("licenses").equals(root.text("licenses"))) {
            found.add("has not the licence of the root pom");
        }
        if (pom.text().contains("${")) {
            found.add("has a placeholder");
        }
        dependencies().forEach(dependency -> problemsOf(dependency, found));
        return found;
    }

    private static void problemsOf(Pom dependency, List<String> found) {
        String artifact = dependency.text("artifactId");
        if (!Set.of("", "compile", "runtime", "provided").contains(dependency.text("scope"))) {
            found.add("has " + artifact + " in scope " + dependency.text("scope"));
        }
        if (dependency.text("version").isEmpty()) {
            found.add("has " + artifact + " without a version");
        }
    }

    private List<Pom> dependencies() {
        return pom.parts("dependencies", "dependency");
    }

    /** As docs/decisions.md writes them. */
    Set<String> dependencyNames() {
        Set<String> names = new TreeSet<>();
        for (Pom dependency : dependencies()) {
            boolean optional = dependency.text("optional").equals("true");
            boolean provided = dependency.text("scope").equals("provided");
            names.add(dependency.text("artifactId") + (optional ? " (optional)" : provided ? " (provided)" : ""));
        }
        return names;
    }

    /** What a BOM has to offer. */
    Set<String> managed() {
        Set<String> managed = new TreeSet<>();
        for (Pom dependency : pom.parts("dependencyManagement", "dependencies", "dependency")) {
            managed.add(dependency.text("groupId") + ":" + dependency.text("artifactId") + ":"
                    + dependency.text("version"));
        }
        return managed;
    }

    @Override
    public String toString() {
        return artifact();
    }
}
