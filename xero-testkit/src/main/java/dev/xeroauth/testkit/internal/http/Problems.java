package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** Errors as Xero words them. */
final class Problems {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Problems() {}

    static Answer unknownToken() {
        return problem(401, "Unauthorized", "AuthenticationUnsuccessful");
    }

    static Answer expiredToken(Instant at) {
        return problem(401, "Unauthorized", "TokenExpired: token expired at " + Dates.inWords(at));
    }

    static Answer scopeMissing() {
        return problem(401, "Unauthorized", "AuthorizationUnsuccessful")
                .with("WWW-Authenticate", "Bearer error=\"insufficent_scope\"");
    }

    static Answer tenantNotConnected() {
        return problem(403, "Forbidden", "AuthenticationUnsuccessful");
    }

    static Answer oauth(String error) {
        return Answer.json(400, JSON.objectNode().put("error", error));
    }

    /** Xero's page for a consent that it cannot make sense of. It leads nowhere. */
    static Answer consentFailed(String why) {
        return Answer.text(
                500,
                "text/html; charset=utf-8",
                "<!doctype html><title>Error</title><h1>Sorry, something went wrong</h1><p>" + why + "</p>");
    }

    private static Answer problem(int status, String title, String detail) {
        ObjectNode body = JSON.objectNode();
        body.putNull("Type");
        body.put("Title", title).put("Status", status).put("Detail", detail);
        body.put("Instance", UUID.nameUUIDFromBytes(new byte[] {(byte) status}).toString());
        body.putObject("Extensions");
        return Answer.json(status, body);
    }
}
