package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.RefreshOutcome;
import java.util.Optional;

/** What a flight is told. */
public sealed interface Event {

    /**
     * The answer to {@link Action.Read}.
     *
     * @param grant empty: there is none
     */
    record Found(Optional<OpenGrant> grant) implements Event {}

    /**
     * The answer to {@link Action.Write}.
     *
     * @param grant what stands in the store now
     */
    record Written(OpenGrant grant) implements Event {}

    /** The answer to {@link Action.Write}: the record was no longer at the expected revision. */
    record Changed() implements Event {}

    /**
     * The answer to {@link Action.Read} or {@link Action.Write}: an exception, after which a write may stand or not.
     *
     * @param hangs whether the store did not answer at all, so that another attempt is likely to take as long
     */
    record StoreFailed(boolean hangs) implements Event {

        /** It has answered. */
        public StoreFailed() {
            this(false);
        }
    }

    /**
     * The answer to {@link Action.Present}.
     *
     * @param outcome what the refresher says; {@code Ambiguous}, if it threw
     */
    record Answered(RefreshOutcome outcome) implements Event {}

    /** The answer to {@link Action.Present}: it was not made, because so much time has passed since it was allowed. */
    record Delayed() implements Event {}
}
