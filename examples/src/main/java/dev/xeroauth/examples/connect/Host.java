package dev.xeroauth.examples.connect;

import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroApp;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the command finds on the machine that it runs on.
 *
 * @param out for what was asked for
 * @param err for what went wrong, and for warnings
 * @param environment the variables
 * @param home the user's own directory
 * @param app the app that the environment holds, if {@code XERO_CLIENT_ID} is among the variables
 * @param keys the ring that the environment holds, if {@code XERO_SEALING_KEY} is among the variables
 * @param browser what shows an address to the user
 * @param console what asks the user
 */
record Host(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path home,
        Supplier<XeroApp> app,
        Supplier<KeyRing> keys,
        Browser browser,
        Questions console) {

    /** What shows an address to the user. */
    interface Browser {

        /** Whether one could be started. */
        boolean open(URI address);
    }

    /** What asks the user. An empty answer: there is nobody to ask. */
    interface Questions {

        /** Shows what is typed. */
        Optional<String> ask(String question);

        /** Does not show it. */
        Optional<String> askSecretly(String question);
    }

    /** This process. */
    static Host here() {
        return new Host(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                XeroApp::fromEnvironment,
                KeyRing::fromEnvironment,
                new DesktopBrowser(System.getProperty("os.name"), System.getenv()),
                new ConsoleQuestions());
    }

    /** A variable that is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Asks, and takes nothing but yes for one. */
    boolean confirms(String question) {
        String answer = console.ask(question + " [y/N] ")
                .orElseThrow(() -> new ToldException(
                        "This has to be confirmed, and there is no console to ask at. Add --yes to go ahead."));
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }
}
