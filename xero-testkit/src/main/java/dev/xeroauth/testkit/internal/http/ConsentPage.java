package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.internal.identity.AuthorizeRequest;
import dev.xeroauth.testkit.internal.identity.Client;
import dev.xeroauth.testkit.internal.identity.Identity;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** The page on which the user allows access, or does not. */
final class ConsentPage {

    private final Identity identity;

    ConsentPage(Identity identity) {
        this.identity = identity;
    }

    Answer show(HttpUrl url) {
        String wrong = whatIsWrong(url);
        if (!wrong.isEmpty()) {
            return Problems.consentFailed(wrong);
        }
        StringBuilder boxes = new StringBuilder();
        identity.tenants()
                .forEach(tenant -> boxes.append("<p><label><input type=checkbox name=tenant checked value=")
                        .append(tenant.id())
                        .append("> ")
                        .append(escaped(tenant.name()))
                        .append("</label>\n"));
        return Answer.text(
                200,
                "text/html; charset=utf-8",
                "<!doctype html><meta charset=utf-8><title>Fake Xero</title><h1>Allow access?</h1>\n<p>"
                        + escaped(parameter(url, "scope")) + "\n<form method=post>\n" + boxes
                        + "<button name=decision value=allow>Allow access</button>\n"
                        + "<button name=decision value=cancel>Cancel</button></form>");
    }

    Answer decide(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String wrong = whatIsWrong(url);
        if (!wrong.isEmpty()) {
            return Problems.consentFailed(wrong);
        }
        Form form = Form.of(request);
        HttpUrl.Builder back = Objects.requireNonNull(HttpUrl.get(parameter(url, "redirect_uri")))
                .newBuilder();
        if (form.get("decision").equals("allow")) {
            AuthorizeRequest consent = new AuthorizeRequest(
                    parameter(url, "client_id"),
                    parameter(url, "redirect_uri"),
                    parameter(url, "state"),
                    parameter(url, "code_challenge"),
                    scopes(url));
            List<UUID> tenants =
                    form.all("tenant").stream().map(UUID::fromString).toList();
            back.addQueryParameter("code", identity.approve(consent, tenants))
                    .addQueryParameter("scope", parameter(url, "scope"));
        } else {
            back.addQueryParameter("error", "access_denied");
        }
        back.addQueryParameter("state", parameter(url, "state"));
        return Answer.empty(302).with("Location", back.build().toString());
    }

    /** Empty if Xero would go on. */
    private String whatIsWrong(HttpUrl url) {
        String challenge = parameter(url, "code_challenge");
        Optional<Client> app = identity.app(parameter(url, "client_id"));
        if (app.isEmpty()) {
            return "Unknown client";
        }
        if (!parameter(url, "response_type").equals("code")) {
            return "Unsupported response_type";
        }
        if (!isAllowed(parameter(url, "redirect_uri"))) {
            return "Invalid redirect_uri";
        }
        if (scopes(url).isEmpty()) {
            return "Invalid scope";
        }
        boolean plain =
                !challenge.isEmpty() && !parameter(url, "code_challenge_method").equals("S256");
        return plain || (challenge.isEmpty() && app.get().isPublic()) ? "Code challenge required" : "";
    }

    private static boolean isAllowed(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return uri.getHost() != null
                    && (Objects.equals(uri.getScheme(), "https")
                            || (Objects.equals(uri.getScheme(), "http")
                                    && uri.getHost().equals("localhost")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> scopes(HttpUrl url) {
        return Stream.of(parameter(url, "scope").split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static String parameter(HttpUrl url, String name) {
        return Objects.requireNonNullElse(url.queryParameter(name), "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
