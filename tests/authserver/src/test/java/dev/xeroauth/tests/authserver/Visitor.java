package dev.xeroauth.tests.authserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A person with a browser: logs in and answers the question whether the app may. */
final class Visitor {

    private static final int STEPS = 10;
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");

    private final String name;
    private final String password;
    private final OkHttpClient browser = new OkHttpClient.Builder()
            .followRedirects(false)
            .cookieJar(new Cookies())
            .build();

    Visitor(String name, String password) {
        this.name = name;
        this.password = password;
    }

    String name() {
        return name;
    }

    /** Goes where the app sent the browser, ticks everything, and returns where the browser was sent back to. */
    URI allow(URI consentUrl) {
        return visit(consentUrl, true);
    }

    URI refuse(URI consentUrl) {
        return visit(consentUrl, false);
    }

    private URI visit(URI consentUrl, boolean allows) {
        HttpUrl at = HttpUrl.get(consentUrl);
        RequestBody form = null;
        for (int step = 0; step < STEPS; step++) {
            Page page = open(at, form);
            if (page.redirect().isPresent()) {
                at = page.redirect().get();
                form = null;
            } else {
                at = at.encodedPath().equals("/login") ? at : HttpUrl.get(withoutQuery(consentUrl));
                form = at.encodedPath().equals("/login") ? login(page) : answer(page, allows);
            }
            if (!at.host().equals(consentUrl.getHost()) || at.port() != consentUrl.getPort()) {
                return at.uri();
            }
        }
        throw new AssertionError("The browser goes round in circles at " + at.encodedPath());
    }

    private RequestBody login(Page page) {
        FormBody.Builder form = new FormBody.Builder().add("username", name).add("password", password);
        page.inputs().stream()
                .filter(input -> input.getOrDefault("type", "").equals("hidden"))
                .forEach(input -> form.add(input.getOrDefault("name", ""), input.getOrDefault("value", "")));
        return form.build();
    }

    private static RequestBody answer(Page page, boolean allows) {
        FormBody.Builder form = new FormBody.Builder();
        page.inputs().stream()
                .filter(input -> allows || !input.getOrDefault("type", "").equals("checkbox"))
                .forEach(input -> form.add(input.getOrDefault("name", ""), input.getOrDefault("value", "")));
        return form.build();
    }

    private Page open(HttpUrl at, RequestBody form) {
        Request.Builder request = new Request.Builder().url(at).header("Accept", "text/html");
        try (Response response = browser.newCall(
                        form == null ? request.build() : request.post(form).build())
                .execute()) {
            if (response.isRedirect()) {
                return new Page(Optional.ofNullable(at.resolve(response.header("Location", ""))), List.of());
            }
            if (response.code() != 200) {
                throw new AssertionError("Status " + response.code() + " at " + at.encodedPath());
            }
            return new Page(Optional.empty(), inputs(response.body().string()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> inputs(String html) {
        List<Map<String, String>> inputs = new ArrayList<>();
        Matcher input = INPUT.matcher(html);
        while (input.find()) {
            Map<String, String> attributes = new ConcurrentHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(input.group());
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2));
            }
            inputs.add(attributes);
        }
        return inputs;
    }

    private static URI withoutQuery(URI uri) {
        return URI.create(uri.toString().split("\\?", 2)[0]);
    }

    private record Page(Optional<HttpUrl> redirect, List<Map<String, String>> inputs) {}

    private static final class Cookies implements CookieJar {

        private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> received) {
            received.forEach(cookie -> cookies.put(cookie.name(), cookie));
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.copyOf(cookies.values());
        }
    }
}
