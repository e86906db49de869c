package dev.xeroauth.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Xero itself, with the app that the environment names. The user decides in a browser on this machine. */
final class RealXero implements Surroundings {

    private final XeroApp app = XeroApp.fromEnvironment();
    private final PrintStream out;

    RealXero(PrintStream out) {
        this.out = out;
    }

    @Override
    public XeroApp app() {
        return app;
    }

    @Override
    public XeroEndpoints endpoints() {
        return XeroEndpoints.production();
    }

    @Override
    public TimeSource time() {
        return TimeSource.system();
    }

    @Override
    public URI letUserDecide(URI consentUrl) throws IOException, InterruptedException {
        BlockingQueue<URI> callbacks = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 8723), 0);
        server.createContext(REDIRECT.getPath(), exchange -> {
            thank(exchange);
            callbacks.add(exchange.getRequestURI());
        });
        server.start();
        try {
            out.println(
                    "Open this address in a browser, with " + REDIRECT + " registered as a redirect URI of the app:");
            out.println(consentUrl);
            return callbacks.take();
        } finally {
            server.stop(1);
        }
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    private static void thank(HttpExchange exchange) {
        byte[] page = "Thank you. You can close this page.".getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing of its own outlives a consent.
    }
}
