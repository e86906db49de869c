package dev.xeroauth.examples.web;

import dev.xeroauth.ConsentException.Reason;
import org.springframework.http.HttpStatus;

/**
 * What to tell a customer who came back from Xero without a connection.
 *
 * @param status of the page
 * @param advice what to do
 */
record ConsentTrouble(HttpStatus status, String advice) {

    static ConsentTrouble of(Reason reason) {
        return switch (reason) {
            case DENIED ->
                new ConsentTrouble(
                        HttpStatus.FORBIDDEN,
                        "Access was not allowed at Xero, so nothing has changed. Connect whenever you are ready.");
            case NO_TENANTS ->
                new ConsentTrouble(
                        HttpStatus.FORBIDDEN,
                        "No organisation was chosen at Xero. Please connect again and choose one.");
            case NO_ANSWER, XERO_UNAVAILABLE ->
                new ConsentTrouble(
                        HttpStatus.SERVICE_UNAVAILABLE, "Xero did not answer. Please connect again in a minute.");
            case EXPIRED_OR_CHANGED, CODE_REFUSED, ALREADY_COMPLETED ->
                new ConsentTrouble(
                        HttpStatus.BAD_REQUEST,
                        "Connecting took longer than ten minutes, or began in another browser. Please connect again.");
            default ->
                new ConsentTrouble(
                        HttpStatus.BAD_REQUEST,
                        "This did not come from the page that you began at. Please connect again.");
        };
    }
}
