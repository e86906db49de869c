package dev.xeroauth.accounting.walk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that serves pages of invoices and prints its port; it ends with whoever writes to it. */
final class WalkServer {

    private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d+)(?:&|$)");
    private static final byte[] TOKEN = "{\"access_token\":\"AT-1\",\"expires_in\":1800}".getBytes(US_ASCII);

    private WalkServer() {}

    /** The number of pages. */
    public static void main(String[] arguments) throws IOException {
        InvoicePages pages = new InvoicePages(Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/connect/token", exchange -> answer(exchange, TOKEN));
        server.createContext("/api.xro/2.0/Invoices", exchange -> {
            int page = page(exchange);
            answer(exchange, pages.head(page), pages.elements(page), pages.tail());
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // until the end of the one who started it
        }
        System.exit(0);
    }

    private static int page(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        Matcher page = PAGE.matcher(query);
        if (!page.find() || !query.contains("pageSize=" + InvoicePages.PAGE_SIZE)) {
            throw new IllegalArgumentException(query);
        }
        return Integer.parseInt(page.group(1));
    }

    private static void answer(HttpExchange exchange, byte[]... body) throws IOException {
        long length = 0;
        for (byte[] part : body) {
            length += part.length;
        }
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte[] part : body) {
                out.write(part);
            }
        }
    }
}
