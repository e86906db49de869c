package dev.xeroauth.tests.model;

/**
 * A refresh token of a server that is only played, called after where it stands: {@code R0.2} is the third of the first consent.
 *
 * @param family of which consent
 * @param place its place there
 */
public record TokenName(int family, int place) {

    public static TokenName of(String refreshToken) {
        int dot = refreshToken.indexOf('.');
        return new TokenName(
                Integer.parseInt(refreshToken.substring(1, dot)), Integer.parseInt(refreshToken.substring(dot + 1)));
    }

    public String refreshToken() {
        return "R" + family + "." + place;
    }
}
