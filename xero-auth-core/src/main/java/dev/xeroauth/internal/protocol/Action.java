package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.spi.Revision;
import java.time.Duration;

/** What is to be done next for a flight. Each but the last is answered by an {@link Event}. */
public sealed interface Action {

    /** Read the record. */
    record Read() implements Action {}

    /**
     * Read the record after a while: another process holds the lease.
     *
     * @param pause how long
     */
    record ReadLater(Duration pause) implements Action {}

    /**
     * Write the record if it is still at the expected revision [4].
     *
     * @param status as it is to stand
     * @param record what is to stand
     * @param expected what has to stand now
     * @param revision what is to stand then; the same when the same write is repeated
     */
    record Write(GrantStatus status, GrantRecord record, Revision expected, Revision revision) implements Action {}

    /**
     * Present this token, once.
     *
     * @param refreshToken it
     * @param deadline how long the whole exchange may take
     */
    record Present(String refreshToken, Duration deadline) implements Action {

        /** Does not show it. */
        @Override
        public String toString() {
            return "Present[deadline=" + deadline + "]";
        }
    }

    /**
     * Nothing: the flight is over.
     *
     * @param how it ended
     */
    record End(Ending how) implements Action {}
}
