package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;
import java.util.List;

/** What the API finds out about a Bearer token. */
public sealed interface AccessCheck {

    /** Good, for this user at this app and with these scopes. */
    record Accepted(UserOfApp of, List<String> scopes) implements AccessCheck {}

    /** Its time was over then. */
    record Expired(Instant at) implements AccessCheck {}

    /** Never issued, or to be refused. */
    record Unknown() implements AccessCheck {}
}
