package dev.xeroauth.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.identity.SignedToken;
import java.util.List;

/** What may be wrong with an ID token, for {@link Fault#idToken(BadIdToken)}. All else about it is right. */
public enum BadIdToken {
    /** Somebody else issued it. */
    WRONG_ISSUER,
    /** It is for another app. */
    WRONG_AUDIENCE,
    /** It belongs to another consent. */
    WRONG_NONCE,
    /** Its signature was made with another key than the one it names. */
    WRONG_SIGNATURE,
    /** It is well signed, with a key that is not published. */
    UNKNOWN_KEY,
    /** It is not signed and says so: {@code "alg":"none"}. */
    NO_ALGORITHM,
    /** It was issued an hour ago, and its time is over. */
    EXPIRED,
    /** Its time begins in an hour. */
    FROM_THE_FUTURE,
    /** It does not say which user of Xero it is about. */
    NO_USER,
    /** It is no token at all. */
    UNREADABLE;

    private static final long HOUR = 3600;

    String madeOf(String good) {
        SignedToken token = SignedToken.read(good);
        return switch (this) {
            case WRONG_ISSUER -> token.claiming(claims -> claims.put("iss", "https://identity.example.com"));
            case WRONG_AUDIENCE -> token.claiming(claims -> claims.put("aud", "0123456789ABCDEF0123456789ABCDEF"));
            case WRONG_NONCE -> token.claiming(claims -> claims.put("nonce", "of another consent"));
            case WRONG_SIGNATURE -> token.wronglySigned();
            case UNKNOWN_KEY -> token.signedByNobodyKnown();
            case NO_ALGORITHM -> token.unsigned();
            case EXPIRED -> token.claiming(claims -> move(claims, -HOUR));
            case FROM_THE_FUTURE -> token.claiming(claims -> move(claims, HOUR));
            case NO_USER -> token.claiming(claims -> claims.remove("xero_userid"));
            case UNREADABLE -> "this is no token";
        };
    }

    private static void move(ObjectNode claims, long seconds) {
        for (String claim : List.of("nbf", "iat", "exp")) {
            claims.put(claim, claims.path(claim).asLong() + seconds);
        }
    }
}
