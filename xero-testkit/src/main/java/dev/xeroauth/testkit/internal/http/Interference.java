package dev.xeroauth.testkit.internal.http;

import java.util.Map;
import java.util.Optional;

/**
 * What becomes of one request.
 *
 * @param works whether it has its effect
 * @param drops whether the connection closes instead of an answer
 * @param cuts whether it closes in the middle of the body
 * @param late whether it has its effect later
 * @param instead what is sent in place of the work's answer
 */
public record Interference(boolean works, boolean drops, boolean cuts, boolean late, Optional<Instead> instead) {

    /** Everything goes its way. */
    public static final Interference NONE = new Interference(true, false, false, false, Optional.empty());

    /** Another answer. */
    public record Instead(int status, Map<String, String> headers, String body) {}
}
