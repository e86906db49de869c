package dev.xeroauth.internal.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.xeroauth.IdTokenException.Reason;
import dev.xeroauth.XeroUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token has to say, once its signature is known to be Xero's.
 *
 * @param issuer who issues
 * @param clientId whom it is issued to
 */
record Expected(String issuer, String clientId) {

    /**
     * Xero's tokens are valid from the second of their issue, which a clock that is a second behind already fails. Hosts
     * that keep their clocks are seconds apart, so a minute is enough; and it gains nobody anything, because the nonce
     * binds the token to one consent.
     */
    private static final Duration SKEW = Duration.ofSeconds(60);

    XeroUser check(JWTClaimsSet claims, String nonce, Instant now) {
        require(
                issuer.equals(claims.getIssuer()),
                Reason.ISSUER,
                "Xero did not issue it. Find out where it comes from");
        require(
                isForUs(claims),
                Reason.AUDIENCE,
                "it was issued to another app. Check that the client id is that of the app which the user consented to");
        require(
                text(claims, "nonce").filter(said -> same(said, nonce)).isPresent(),
                Reason.NONCE,
                "it does not belong to this consent: it is from another one, or somebody put it in its place. Let the"
                        + " user begin again");
        checkTime(claims, now);
        return user(claims);
    }

    /** An authorized party has to be us even where it need not be named. */
    private boolean isForUs(JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        Object party = claims.getClaim("azp");
        return audience.contains(clientId) && (party == null ? audience.size() == 1 : clientId.equals(party));
    }

    private static void checkTime(JWTClaimsSet claims, Instant now) {
        Instant until = instant(claims.getExpirationTime());
        Instant issued = instant(claims.getIssueTime());
        Instant from = claims.getNotBeforeTime() == null ? issued : instant(claims.getNotBeforeTime());
        require(
                now.isBefore(until.plus(SKEW)),
                Reason.EXPIRED,
                "its time is over. Let the user begin again, and check this host's clock");
        Instant soon = now.plus(SKEW);
        require(
                !soon.isBefore(issued) && !soon.isBefore(from),
                Reason.NOT_YET_VALID,
                "its time has not come. Check this host's clock, which is behind that of Xero");
    }

    private static XeroUser user(JWTClaimsSet claims) {
        Optional<UUID> id = text(claims, "xero_userid").flatMap(Expected::uuid);
        Optional<String> subject = text(claims, "sub");
        require(
                id.isPresent() && subject.isPresent(),
                Reason.NO_USER,
                "it names no user of Xero (claims sub and xero_userid). Ask Xero's support why");
        return new XeroUser(
                id.get(),
                subject.get(),
                text(claims, "email"),
                text(claims, "given_name"),
                text(claims, "family_name"),
                text(claims, "name"));
    }

    private static Instant instant(@Nullable Date date) {
        if (date == null) {
            throw Refusal.of(
                    Reason.UNREADABLE,
                    "it lacks its times (claims exp and iat). Check that it is the id_token of"
                            + " Xero's answer, and nothing else");
        }
        return date.toInstant();
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String said && !said.isBlank() ? Optional.of(said) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean met, Reason reason, String what) {
        if (!met) {
            throw Refusal.of(reason, what);
        }
    }
}
