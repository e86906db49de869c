package dev.xeroauth.testkit.internal.identity;

import java.util.List;

/**
 * What the token endpoint says.
 *
 * @param idToken empty: {@code openid} was not asked for
 */
public record TokenAnswer(
        String accessToken, String refreshToken, long expiresInSeconds, List<String> scopes, String idToken) {

    @Override
    public String toString() {
        return "TokenAnswer[expiresIn=" + expiresInSeconds + "]";
    }
}
