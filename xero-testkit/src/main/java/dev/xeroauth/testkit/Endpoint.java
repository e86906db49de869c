package dev.xeroauth.testkit;

/** The parts of a {@link FakeXero} that faults and counts are about. */
public enum Endpoint {
    /** Where a browser goes for consent. */
    AUTHORIZE,
    /** Where codes and refresh tokens are exchanged, and tokens revoked. */
    TOKEN,
    /** The keys that ID tokens are signed with. */
    JWKS,
    /** The list of connected tenants. */
    CONNECTIONS,
    /** The accounting API. */
    API
}
