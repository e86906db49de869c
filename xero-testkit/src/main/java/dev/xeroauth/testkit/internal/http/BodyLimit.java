package dev.xeroauth.testkit.internal.http;

import java.util.function.Function;

/**
 * How large the body of a write may be, files apart.
 *
 * @param bytes at most
 * @param status what a larger one is answered with
 */
public record BodyLimit(int bytes, int status) {

    Answer within(Call call, Function<Call, Answer> work) {
        return call.body().size() > bytes
                ? Answer.text(status, "text/plain", "The request is too large")
                : work.apply(call);
    }
}
