package dev.xeroauth.testkit.internal.limits;

import java.util.Map;

/**
 * What the limits say to one call.
 *
 * @param granted whether it may go on
 * @param headers of its answer, whatever that is
 * @param end is run when it is over
 */
public record Admission(boolean granted, Map<String, String> headers, Runnable end) {

    /** A call that no limit is about. */
    public static final Admission FREE = new Admission(true, Map.of(), () -> {});
}
