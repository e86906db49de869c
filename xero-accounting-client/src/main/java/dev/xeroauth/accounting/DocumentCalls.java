package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.model.OnlineInvoice;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * What one document can do beside being read and written.
 *
 * @param url of the document
 * @param operation what messages call it, such as {@code Invoices/{id}}
 */
record DocumentCalls(ApiCalls calls, HttpUrl url, String operation) {

    static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    Download pdf() {
        Request.Builder request = new Request.Builder().url(below("pdf")).header("Accept", FileKind.PDF.type());
        return calls.download("GET " + operation + "/pdf", request);
    }

    /** Xero's description wants a JSON object, and needs nothing in it. */
    void email() {
        calls.postForNothing("POST " + operation + "/Email", below("Email"), RequestBody.create("{}", JSON));
    }

    /** Empty where Xero answers with success and without an address. */
    Optional<URI> onlineInvoiceUrl() {
        Request.Builder request = new Request.Builder().url(below("OnlineInvoice"));
        return calls.get("GET " + operation + "/OnlineInvoice", request, DocumentCalls::address);
    }

    private HttpUrl below(String name) {
        return url.newBuilder().addPathSegment(name).build();
    }

    private static Optional<URI> address(JsonParser parser) throws IOException {
        Optional<String> address = Envelope.read(parser, "OnlineInvoices", OnlineInvoice.class).elements().stream()
                .flatMap(online -> online.onlineInvoiceUrl().stream())
                .filter(text -> !text.isBlank())
                .findFirst();
        return address.isEmpty() ? Optional.empty() : Optional.of(uri(address.get()));
    }

    private static URI uri(String text) throws IOException {
        try {
            URI uri = new URI(text.strip());
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // says no more than that it is none, and quotes it
        }
        throw new WrongValueException("no address of a page in it");
    }
}
