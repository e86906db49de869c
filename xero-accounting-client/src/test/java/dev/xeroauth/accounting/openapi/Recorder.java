package dev.xeroauth.accounting.openapi;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;
import okio.Okio;

/** Keeps every exchange of an HTTP client; added to it as a network interceptor. Thread-safe. */
public final class Recorder implements Interceptor {

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Buffer body = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(body);
        }
        Response response = chain.proceed(request);
        exchanges.add(new Exchange(
                new Exchange.Sent(request.method(), request.url(), request.headers(), body.readByteString()),
                new Exchange.Got(response.code(), response.headers(), read(response))));
        return response;
    }

    /** What was recorded so far, in the order of the answers. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private static ByteString read(Response response) throws IOException {
        ByteString raw = response.peekBody(Long.MAX_VALUE).byteString();
        if (!"gzip".equalsIgnoreCase(response.header("Content-Encoding"))) {
            return raw;
        }
        return Okio.buffer(new GzipSource(new Buffer().write(raw))).readByteString();
    }
}
