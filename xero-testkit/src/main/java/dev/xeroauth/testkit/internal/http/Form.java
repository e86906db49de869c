package dev.xeroauth.testkit.internal.http;

import java.util.List;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** The fields of {@code application/x-www-form-urlencoded}. */
record Form(HttpUrl fields) {

    static boolean isSent(RecordedRequest request) {
        String type = request.getHeaders().get("Content-Type");
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    static Form of(RecordedRequest request) {
        ByteString body = Objects.requireNonNullElse(request.getBody(), ByteString.EMPTY);
        return new Form(new HttpUrl.Builder()
                .scheme("http")
                .host("form")
                .encodedQuery(body.utf8().replace("+", "%20"))
                .build());
    }

    /** Empty if it is not there. */
    String get(String name) {
        return Objects.requireNonNullElse(fields.queryParameter(name), "");
    }

    List<String> all(String name) {
        return fields.queryParameterValues(name).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public String toString() {
        return "Form" + fields.queryParameterNames();
    }
}
