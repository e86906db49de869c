package dev.xeroauth.internal.engine;

import java.io.IOException;
import java.util.Locale;
import okhttp3.Response;

/** What Xero's API objects to in a request. */
enum Objection {
    /** Nothing that another token could help. */
    NONE,
    /** The token's time is over. */
    TOKEN_EXPIRED,
    /** The token, for whatever reason. */
    TOKEN,
    /** The token lacks a scope: refreshing never helps, another consent does. */
    SCOPE,
    /** The tenant is not connected. */
    TENANT;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int MOST_OF_A_PROBLEM = 8192;

    /** Whether a refresh may cure it. */
    boolean isToTheToken() {
        return this == TOKEN || this == TOKEN_EXPIRED;
    }

    /** Leaves the response readable. */
    static Objection of(Response response) {
        boolean unauthorized = response.code() == UNAUTHORIZED;
        if (!unauthorized && response.code() != FORBIDDEN) {
            return NONE;
        }
        String problem = problem(response);
        if (problem.contains("authorizationunsuccessful") || namesScope(response)) {
            return SCOPE;
        }
        if (unauthorized) {
            return problem.contains("tokenexpired") ? TOKEN_EXPIRED : TOKEN;
        }
        return problem.contains("authenticationunsuccessful") ? TENANT : NONE;
    }

    /** The beginning of the body, in lower case; empty if it cannot be read. */
    private static String problem(Response response) {
        try {
            return response.peekBody(MOST_OF_A_PROBLEM).string().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }

    /** Xero spells it {@code insufficent_scope}, and right at times. */
    private static boolean namesScope(Response response) {
        return response.headers("WWW-Authenticate").stream()
                .map(header -> header.toLowerCase(Locale.ROOT))
                .anyMatch(header -> header.contains("insuffic") && header.contains("_scope"));
    }
}
