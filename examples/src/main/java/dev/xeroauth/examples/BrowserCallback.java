package dev.xeroauth.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;

/**
 * Where Xero sends the user's browser back to: a listener on this machine's loopback addresses, for as long as one consent
 * takes. What asks for anything else, another tab or a browser's wish for an icon, is told so and does not count.
 */
public final class BrowserCallback implements AutoCloseable {

    private static final String PATH = "/callback";
    private static final int ATTEMPTS_AT_ANY_PORT = 10;
    private static final int LAST_ANSWERS_SECONDS = 1;

    private final List<HttpServer> servers;
    private final ExecutorService threads;
    private final BlockingQueue<BrowserVisit> visits = new LinkedBlockingQueue<>();
    private volatile Optional<String> expected = Optional.empty();

    private BrowserCallback(List<HttpServer> servers) {
        this.servers = servers;
        // One slow client is not to keep the user's browser waiting.
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "browser-callback");
            thread.setDaemon(true);
            return thread;
        });
        for (HttpServer server : servers) {
            server.createContext("/", this::handle);
            server.setExecutor(threads);
            server.start();
        }
    }

    /**
     * Listens on every loopback address that {@code localhost} stands for, so that no other program hears what the browser
     * brings back.
     *
     * @param port one that the redirect URI is registered with; 0: any, for tests
     * @return a listener, to be closed
     * @throws java.net.BindException if another program has the port
     * @throws IOException if it cannot listen for another reason
     */
    public static BrowserCallback listen(int port) throws IOException {
        int attempts = port == 0 ? ATTEMPTS_AT_ANY_PORT : 1;
        while (true) {
            try {
                return new BrowserCallback(servers(port));
            } catch (IOException e) {
                attempts--;
                if (attempts == 0) {
                    throw e;
                }
            }
        }
    }

    private static List<HttpServer> servers(int port) throws IOException {
        List<HttpServer> servers = new ArrayList<>();
        try {
            for (InetAddress address : loopback()) {
                int same =
                        servers.isEmpty() ? port : servers.get(0).getAddress().getPort();
                servers.add(HttpServer.create(new InetSocketAddress(address, same), 0));
            }
            return servers;
        } catch (IOException e) {
            servers.forEach(server -> server.stop(0));
            throw e;
        }
    }

    /** A name may stand for an address that this machine does not have. */
    private static List<InetAddress> loopback() throws IOException {
        List<InetAddress> found = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName("localhost")) {
            if (address.isLoopbackAddress() && isHere(address) && !found.contains(address)) {
                found.add(address);
            }
        }
        return found.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : found;
    }

    private static boolean isHere(InetAddress address) throws SocketException {
        return NetworkInterface.getByInetAddress(address) != null;
    }

    /**
     * What has to be registered with the app at Xero, letter by letter.
     *
     * @return the address that this listens at
     */
    public URI redirectUri() {
        return URI.create("http://localhost:" + servers.get(0).getAddress().getPort() + PATH);
    }

    /**
     * From now on lets the browser in that was sent to this address, and no other.
     *
     * @param consentUrl the address of the consent page, whose {@code state} the browser brings back
     */
    public void expect(URI consentUrl) {
        expected = state(consentUrl);
    }

    /**
     * Waits for the browser.
     *
     * @param atMost how long
     * @return its visit, which has to be answered; empty if it did not come in time
     * @throws InterruptedException if nobody waits any more
     */
    public Optional<BrowserVisit> await(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(visits.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Whether a browser is back that nobody has awaited. */
    boolean isVisited() {
        return !visits.isEmpty();
    }

    private void handle(HttpExchange exchange) {
        BrowserVisit visit = new BrowserVisit(exchange);
        boolean ours = exchange.getRequestMethod().equals("GET")
                && PATH.equals(visit.address().getPath())
                && expected.filter(state -> isIn(visit.address(), state)).isPresent();
        if (ours) {
            visits.add(visit);
        } else {
            visit.answer(BrowserPage.NOTHING_HERE);
        }
    }

    private static boolean isIn(URI address, String state) {
        return state(URI.create("http://localhost").resolve(address))
                .filter(brought -> MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static Optional<String> state(URI address) {
        return Optional.ofNullable(HttpUrl.get(address.toString()).queryParameter("state"));
    }

    /** Stops listening. A browser that has come back and was not answered is sent back to the program. */
    @Override
    public void close() {
        expected = Optional.empty();
        List<BrowserVisit> left = new ArrayList<>();
        visits.drainTo(left);
        left.forEach(visit -> visit.answer(BrowserPage.GO_BACK));
        servers.forEach(server -> server.stop(LAST_ANSWERS_SECONDS));
        threads.shutdownNow();
    }
}
