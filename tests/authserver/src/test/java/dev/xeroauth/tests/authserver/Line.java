package dev.xeroauth.tests.authserver;

/** What was shown, for whoever reads the build's output. */
final class Line {

    private Line() {}

    static void ok(String what) {
        System.out.println("authserver: " + what + " ... ok");
    }
}
