package dev.xeroauth.tests.canary;

import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.List;

/** Answers that repeat what was sent, and those that do not come. */
final class Troubles {

    static final Fault DOWN = Fault.answer(503, "text/html", "<h1>" + WatchedLife.ECHO + "</h1>");
    static final Fault HTML = Fault.answer(200, "text/html", "<h1>" + WatchedLife.ECHO + "</h1>");
    static final Fault NO_END = json(200, "{\"error\":\"" + WatchedLife.ECHO);
    static final Fault WRONG_KIND = json(
            200,
            "{\"access_token\":[\"" + WatchedLife.ECHO + "\"],\"pagination\":{\"page\":\"" + WatchedLife.ECHO
                    + "\"},\"Invoices\":[{\"Date\":\"" + WatchedLife.ECHO + "\",\"InvoiceID\":\"" + WatchedLife.ECHO
                    + "\"}]}");

    private Troubles() {}

    static Fault json(int status, String body) {
        return Fault.answer(status, "application/json", body);
    }

    /** At the token endpoint; a refresh survives each of them. */
    static List<Fault> atTokens() {
        return List.of(
                DOWN,
                HTML,
                NO_END,
                WRONG_KIND,
                Fault.cutAnswer(),
                Fault.dropBeforeWork(),
                Fault.dropAfterWork(),
                Fault.tooManyRequests("minute", Duration.ofSeconds(3)),
                Fault.answer(302, "text/plain", WatchedLife.ECHO),
                oauth("invalid_client"),
                oauth("unauthorized_client"),
                oauth(WatchedLife.ECHO));
    }

    /** At the connections; no other attempt is made. */
    static List<Fault> atConnections() {
        return List.of(
                HTML,
                NO_END,
                WRONG_KIND,
                json(200, "[{\"id\":\"" + WatchedLife.ECHO + "\"}]"),
                json(400, "{\"Detail\":\"" + WatchedLife.ECHO + "\"}"));
    }

    /** At the accounting API. */
    static List<Fault> atInvoices() {
        return List.of(
                HTML,
                NO_END,
                WRONG_KIND,
                Fault.cutAnswer(),
                Fault.dropAfterWork(),
                json(
                        400,
                        "{\"ErrorNumber\":10,\"Type\":\"ValidationException\",\"Message\":\"" + WatchedLife.ECHO
                                + "\",\"Elements\":[{\"Contact\":{\"Name\":\"" + WatchedLife.CONTACT
                                + "\"},\"ValidationErrors\":[{\"Message\":\"" + WatchedLife.ECHO + "\"}]}]}"),
                json(
                        400,
                        "{\"ErrorNumber\":16,\"Type\":\"" + WatchedLife.ECHO + "\",\"Message\":\"" + WatchedLife.ECHO
                                + "\"}"),
                json(401, "{\"Detail\":\"AuthorizationUnsuccessful " + WatchedLife.ECHO + "\"}"),
                json(403, "{\"Detail\":\"AuthenticationUnsuccessful " + WatchedLife.ECHO + "\"}"),
                json(403, "{\"Detail\":\"" + WatchedLife.ECHO + "\"}"),
                Fault.answer(404, "text/plain", WatchedLife.ECHO),
                Fault.tooManyRequests("minute", Duration.ofSeconds(3)),
                Fault.answer(500, "text/plain", WatchedLife.ECHO),
                Fault.answer(418, "text/plain", WatchedLife.ECHO),
                DOWN);
    }

    private static Fault oauth(String error) {
        return json(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + WatchedLife.ECHO + "\"}");
    }
}
