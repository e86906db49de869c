package dev.xeroauth.accounting.openapi;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/** One request and its answer, as they went over the wire but for the compression. */
public record Exchange(Sent sent, Got got) {

    /** The request. */
    public record Sent(String method, HttpUrl url, Headers headers, ByteString body) {

        Sent withUrl(String other) {
            return new Sent(method, HttpUrl.get(other), headers, body);
        }

        Sent withHeader(String name, String value) {
            return new Sent(method, url, headers.newBuilder().set(name, value).build(), body);
        }

        Sent withBody(String json) {
            return new Sent(method, url, headers, ByteString.encodeUtf8(json));
        }
    }

    /** The answer. */
    public record Got(int status, Headers headers, ByteString body) {}

    @Override
    public String toString() {
        return sent.method() + " " + sent.url().encodedPath() + " -> " + got.status();
    }
}
