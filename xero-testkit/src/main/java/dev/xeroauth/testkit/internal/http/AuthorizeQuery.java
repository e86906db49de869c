package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.internal.identity.AuthorizeRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** What an application sends the browser with. What is not there is empty. */
record AuthorizeQuery(HttpUrl url) {

    String clientId() {
        return parameter("client_id");
    }

    String responseType() {
        return parameter("response_type");
    }

    String redirectUri() {
        return parameter("redirect_uri");
    }

    String state() {
        return parameter("state");
    }

    String challenge() {
        return parameter("code_challenge");
    }

    String challengeMethod() {
        return parameter("code_challenge_method");
    }

    /** Who is signed in, which no application says but a link of the page itself. */
    String user() {
        return parameter("user");
    }

    List<String> scopes() {
        return Stream.of(parameter("scope").split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /** A link from the page to itself. */
    String signedInAs(String userId) {
        return "?" + url.newBuilder().setQueryParameter("user", userId).build().encodedQuery();
    }

    AuthorizeRequest request() {
        return new AuthorizeRequest(clientId(), redirectUri(), state(), challenge(), parameter("nonce"), scopes());
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(url.queryParameter(name), "");
    }
}
