package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Organisation;
import dev.xeroauth.testkit.internal.books.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * A request to a resource of an organisation that the app may use.
 *
 * @param request as it came
 * @param organisation whose
 * @param resource which
 * @param clientId the app
 */
record Call(RecordedRequest request, Organisation organisation, Resource resource, String clientId) {

    private static final int BEFORE_RESOURCE = 2;

    HttpUrl url() {
        return request.getUrl();
    }

    String method() {
        return Objects.requireNonNullElse(request.getMethod(), "");
    }

    /** Behind {@code /api.xro/2.0/}: the resource, an id and so on. */
    List<String> path() {
        return path(url());
    }

    static List<String> path(HttpUrl url) {
        return url.pathSegments().subList(BEFORE_RESOURCE, url.pathSize());
    }

    /** The document that the path names, as it is now. */
    Optional<Document> document() {
        return organisation.records().find(resource, path().get(1));
    }

    /** Empty if it is not there. */
    String parameter(String name) {
        return Objects.requireNonNullElse(url().queryParameter(name), "");
    }

    boolean isTrue(String parameter) {
        return parameter(parameter).equalsIgnoreCase("true");
    }

    /** Empty if it is not there. */
    String header(String name) {
        return Objects.requireNonNullElse(request.getHeaders().get(name), "");
    }

    ByteString body() {
        return Objects.requireNonNullElse(request.getBody(), ByteString.EMPTY);
    }

    /** Prices are rounded to cents unless the application asks for four places. */
    int unitPlaces() {
        return parameter("unitdp").equals("4") ? 4 : 2;
    }
}
