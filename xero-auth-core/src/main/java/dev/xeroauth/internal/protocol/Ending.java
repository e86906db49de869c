package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import java.time.Instant;

/** How a flight ended. */
public sealed interface Ending {

    /**
     * There is a token that meets the need.
     *
     * @param grant the record that it stands in
     */
    record Adopted(OpenGrant grant) implements Ending {}

    /**
     * Tokens were issued and saved.
     *
     * @param grant the record as it was saved
     * @param access what was obtained; not always the record's own, if the lease was lost meanwhile [5]
     */
    record Obtained(OpenGrant grant, IssuedAccess access) implements Ending {

        /** Due no later than the doubt about it is to go away. */
        static Obtained of(OpenGrant grant, Issue issue) {
            return new Obtained(grant, issue.access().refreshedBy(grant.record().confirmAt()));
        }
    }

    /**
     * Tokens were issued, and a new consent has taken their place.
     *
     * @param access usable all the same
     */
    record Superseded(IssuedAccess access) implements Ending {}

    /**
     * Tokens were issued and the store did not take them: the flight goes on when the store is back [13].
     *
     * @param access usable
     * @param flight goes on with {@link Decisions#resume}
     */
    record Unsaved(IssuedAccess access, Flight flight) implements Ending {}

    /**
     * No token was obtained.
     *
     * @param reason why
     * @param next when it makes sense to ask again
     */
    record NotNow(String reason, Instant next) implements Ending {}

    /**
     * No token was asked for: one was, so short a time ago that a request may still be travelling [11].
     *
     * @param grant what there is
     * @param next when it makes sense to ask again
     */
    record TooSoon(OpenGrant grant, Instant next) implements Ending {}

    /**
     * Xero refused every token.
     *
     * @param reason its error code
     */
    record Disconnected(String reason) implements Ending {}

    /**
     * Xero rejects the application.
     *
     * @param reason its error code
     * @param next when it makes sense to ask again
     */
    record AppRejected(String reason, Instant next) implements Ending {}

    /** There is no record, or what is left of one that the application has ended. */
    record Missing() implements Ending {}

    /** The store failed before anything was presented, or with nothing to lose. */
    record StoreFailed() implements Ending {}
}
