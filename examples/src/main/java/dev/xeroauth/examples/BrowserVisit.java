package dev.xeroauth.examples;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;

/** A browser that has come back from Xero and waits for a page. */
public final class BrowserVisit {

    private final HttpExchange exchange;

    BrowserVisit(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * What it asked for: path and query, with the code that Xero gave it. Not for a log.
     *
     * @return the address without a host
     */
    public URI address() {
        return exchange.getRequestURI();
    }

    /**
     * Shows the user how it went. Once.
     *
     * @param page what to show
     */
    public void answer(BrowserPage page) {
        byte[] body = page.html();
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.add("Content-Type", "text/html; charset=utf-8");
            headers.add("Cache-Control", "no-store");
            headers.add("Referrer-Policy", "no-referrer");
            headers.add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
            headers.add("Connection", "close");
            exchange.sendResponseHeaders(page.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            // The user has closed the page; what counts is said in the program.
        }
    }

    @Override
    public String toString() {
        return "BrowserVisit[" + address().getPath() + "]";
    }
}
