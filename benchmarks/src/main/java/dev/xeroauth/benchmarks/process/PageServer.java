package dev.xeroauth.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Xero as far as it is needed here, over plain HTTP: tokens, the connections of a grant, and always the same page. */
final class PageServer implements AutoCloseable {

    static final String TENANT = "6f0f3b43-55d6-4a0c-8f0d-1d1f3fb8a001";
    private static final String EVENT = "0f5a4dc5-8b4e-4b0e-9f55-0c1d5e1f0001";
    private static final String CLAIMS = "{\"xero_userid\":\"0f5a4dc5-8b4e-4b0e-9f55-0c1d5e1f0002\","
            + "\"authentication_event_id\":\"" + EVENT + "\",\"client_id\":\"client\"}";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    PageServer(int pageSize) throws IOException {
        // Without it, an answer that comes in two parts waits for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/api.xro/2.0/Invoices", InvoicePage.of(pageSize));
        answer("/connect/token", token().getBytes(UTF_8));
        answer("/connections", connections().getBytes(UTF_8));
        server.start();
    }

    private void answer(String path, byte[] body) {
        server.createContext(path, exchange -> answer(exchange, body));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String token() {
        return "{\"access_token\":\"" + accessToken() + "\",\"refresh_token\":\"RT-2\",\"expires_in\":1800,"
                + "\"token_type\":\"Bearer\",\"scope\":\"accounting.transactions offline_access\"}";
    }

    static String accessToken() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(CLAIMS.getBytes(UTF_8)) + ".c2lnbmF0dXJl";
    }

    private static String connections() {
        return "[{\"id\":\"0f5a4dc5-8b4e-4b0e-9f55-0c1d5e1f0003\",\"authEventId\":\"" + EVENT + "\",\"tenantId\":\""
                + TENANT + "\",\"tenantType\":\"ORGANISATION\",\"tenantName\":\"Demo\"}]";
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
