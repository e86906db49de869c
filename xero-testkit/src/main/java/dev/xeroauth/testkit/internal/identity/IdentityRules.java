package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.SecondConsent;
import dev.xeroauth.testkit.internal.rotation.Rules;
import java.time.Duration;

/**
 * What Xero leaves open, settled for one fake.
 *
 * @param rotation how refresh tokens follow each other
 * @param secondConsent what a second consent does to the first one's tokens
 * @param accessTokenLifetime how long an access token is good
 * @param refusingBroadScopes whether the apps are new, which may not ask for the scopes of before 2026
 */
public record IdentityRules(
        Rules rotation, SecondConsent secondConsent, Duration accessTokenLifetime, boolean refusingBroadScopes) {}
