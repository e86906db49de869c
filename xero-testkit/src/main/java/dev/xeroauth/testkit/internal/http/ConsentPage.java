package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.internal.identity.Directory;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.identity.Person;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** The page on which a user allows access, or does not. */
final class ConsentPage {

    private final Identity identity;
    private final AuthorizeChecks checks;
    private final ConsentHtml html;

    ConsentPage(Identity identity) {
        Directory directory = identity.directory();
        this.identity = identity;
        this.checks = new AuthorizeChecks(directory, identity.refusesBroadScopes());
        this.html = new ConsentHtml(directory);
    }

    Answer show(HttpUrl url) {
        AuthorizeQuery query = new AuthorizeQuery(url);
        String wrong = checks.whatIsWrong(query);
        if (!wrong.isEmpty()) {
            return Problems.consentFailed(wrong);
        }
        return person(query.user())
                .map(person -> Answer.text(200, "text/html; charset=utf-8", html.page(query, person)))
                .orElseGet(() -> Problems.consentFailed("Unknown user"));
    }

    Answer decide(RecordedRequest request) {
        AuthorizeQuery query = new AuthorizeQuery(request.getUrl());
        String wrong = checks.whatIsWrong(query);
        if (!wrong.isEmpty()) {
            return Problems.consentFailed(wrong);
        }
        Form form = Form.of(request);
        if (!form.get("decision").equals("allow")) {
            return back(query, "error", "access_denied");
        }
        Optional<Person> person = person(form.get("user"));
        List<UUID> tenants = form.all("tenant").stream().map(UUID::fromString).toList();
        if (person.isEmpty() || !person.get().mayConnect(tenants)) {
            return Problems.consentFailed("This user may not connect this organisation");
        }
        String code = identity.approve(query.request(), person.get().user().id(), tenants);
        return back(query, "code", code);
    }

    private static Answer back(AuthorizeQuery query, String name, String value) {
        HttpUrl.Builder back = Objects.requireNonNull(HttpUrl.get(query.redirectUri()))
                .newBuilder()
                .addQueryParameter(name, value);
        if (name.equals("code")) {
            back.addQueryParameter("scope", String.join(" ", query.scopes()));
        }
        back.addQueryParameter("state", query.state());
        return Answer.empty(302).with("Location", back.build().toString());
    }

    /** The first user, if nobody is named. */
    private Optional<Person> person(String userId) {
        return userId.isEmpty()
                ? Optional.of(identity.directory().first())
                : identity.directory().person(UUID.fromString(userId));
    }
}
