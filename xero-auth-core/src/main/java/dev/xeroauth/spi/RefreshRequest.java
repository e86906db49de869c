package dev.xeroauth.spi;

import dev.xeroauth.GrantId;
import java.time.Duration;

/**
 * One presentation of one refresh token. Its text form does not show the token.
 *
 * @param grantId whose token it is, for logs
 * @param refreshToken the token to present, once
 * @param deadline how long the whole exchange may take, connecting and reading the answer included
 */
public record RefreshRequest(GrantId grantId, String refreshToken, Duration deadline) {

    @Override
    public String toString() {
        return "RefreshRequest[grantId=" + grantId + ", deadline=" + deadline + "]";
    }
}
