package dev.xeroauth.examples.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroApp;
import dev.xeroauth.testkit.FakeXero;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A terminal in which the command is run, and the user in front of it. */
final class Terminal {

    final Map<String, String> environment = new HashMap<>();
    /** What the user types next; nothing: there is no console. */
    final Deque<String> types = new ArrayDeque<>();

    final List<String> asked = new ArrayList<>();
    /** The page that the browser shows at the end. */
    CompletableFuture<HttpResponse<String>> page = new CompletableFuture<>();

    KeyRing keys;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private UnaryOperator<URI> user = url -> null;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteArrayOutputStream err = new ByteArrayOutputStream();

    Terminal(Path home) {
        this.home = home;
    }

    /** What the user does with the consent page: where Xero then sends the browser to; null: nothing. */
    Terminal user(UnaryOperator<URI> decides) {
        user = decides;
        return this;
    }

    int runAt(FakeXero fake, String... args) {
        return run(Stream.concat(
                        Stream.of(args),
                        Stream.of("--xero", fake.endpoints().api().toString()))
                .toArray(String[]::new));
    }

    /** Connects the grant {@code demo}. */
    int connectTo(FakeXero fake, String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "connect",
                                "demo",
                                "--port",
                                "0",
                                "--xero",
                                fake.endpoints().api().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    int run(String... args) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        page = new CompletableFuture<>();
        Host host = new Host(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                home,
                this::app,
                () -> keys,
                this::browse,
                new Typed());
        return ConnectCommand.run(host, args);
    }

    /** As the library finds it in the variables of a real process. */
    private XeroApp app() {
        String clientId = environment.get("XERO_CLIENT_ID");
        String secret = environment.get("XERO_CLIENT_SECRET");
        return secret == null ? XeroApp.pkce(clientId) : XeroApp.web(clientId, () -> secret);
    }

    private boolean browse(URI address) {
        URI callback = user.apply(address);
        if (callback != null) {
            page = http.sendAsync(HttpRequest.newBuilder(callback).build(), BodyHandlers.ofString());
        }
        return callback != null;
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    String pageTitle() {
        return page.join().body().replaceAll("(?s).*<h1>(.*)</h1>.*", "$1");
    }

    private final class Typed implements Host.Questions {

        @Override
        public Optional<String> ask(String question) {
            asked.add(question);
            return Optional.ofNullable(types.poll());
        }

        @Override
        public Optional<String> askSecretly(String question) {
            return ask(question);
        }
    }
}
