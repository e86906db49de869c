package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Dates;
import dev.xeroauth.testkit.internal.books.Trees;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Errors as Xero words them. */
final class Problems {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Kind(int number, String type) {}

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

    static Answer notFound() {
        return Answer.text(404, "text/plain", "The resource you're looking for cannot be found");
    }

    static Answer badRequest(String message) {
        return error(400, new Kind(14, "PostDataInvalidException"), message);
    }

    static Answer unreadableBody() {
        return badRequest("The body of the request cannot be read");
    }

    static Answer nothingSent() {
        return error(400, new Kind(17, "NoDataProcessedException"), "The body of the request names nothing to write");
    }

    static Answer queryParse(String message) {
        return error(400, new Kind(16, "QueryParseException"), message);
    }

    static Answer validation(String message) {
        ObjectNode element = JSON.objectNode();
        element.set("ValidationErrors", Trees.messages(List.of(message)));
        return validation(List.of(element));
    }

    /** @param elements what was sent, with what is wrong with it */
    static Answer validation(List<ObjectNode> elements) {
        ObjectNode body = body(new Kind(10, "ValidationException"), "A validation exception occurred");
        body.putArray("Elements").addAll(elements);
        return Answer.json(400, body);
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

    private static Answer error(int status, Kind kind, String message) {
        return Answer.json(status, body(kind, message));
    }

    private static ObjectNode body(Kind kind, String message) {
        return JSON.objectNode()
                .put("ErrorNumber", kind.number())
                .put("Type", kind.type())
                .put("Message", message);
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
