package dev.xeroauth.jdbc;

import java.time.Instant;
import okhttp3.Response;

/** Asks the time, locks a monitor, knows OkHttp and shows it. */
public final class Fault {

    private Fault() {}

    /**
     * When.
     *
     * @param response any
     * @return now
     */
    public static synchronized Instant at(Response response) {
        return Instant.now();
    }
}
