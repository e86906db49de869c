package dev.xeroauth.examples.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser, as far as HTTP shows it: keeps cookies, follows no redirect unasked. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningExample example;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(RunningExample example) {
        this.example = example;
    }

    CookieManager cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path) {
        return get(example.address().resolve(path));
    }

    HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    /** Sends a form of the start page, which holds a CSRF token. */
    HttpResponse<String> press(String path) {
        Matcher token = CSRF.matcher(get("/").body());
        if (!token.find()) {
            throw new IllegalStateException("No form on the start page");
        }
        return post(path, "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(example.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Presses "Connect to Xero". */
    URI consentPage() {
        return location(get("/connect"));
    }

    /** Connects everything, and returns the answer to the callback. */
    HttpResponse<String> connect() {
        return get(example.xero().approve(consentPage()));
    }

    static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
