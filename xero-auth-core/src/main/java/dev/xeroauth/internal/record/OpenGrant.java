package dev.xeroauth.internal.record;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Revision;
import java.time.Instant;

/**
 * A grant as it was read or written, opened.
 *
 * @param id whose
 * @param revision which write
 * @param status how it stands
 * @param record everything else
 */
public record OpenGrant(GrantId id, Revision revision, GrantStatus status, GrantRecord record) {

    /** Whether somebody has to look at its tokens by now, even if nobody asks for them. */
    public boolean isDue(Instant now) {
        return Urgency.ofTokens(status, record, now)
                .dueAt()
                .filter(due -> !now.isBefore(due))
                .isPresent();
    }

    /** Its text form shows no part of the record. */
    @Override
    public String toString() {
        return "OpenGrant[id=" + id + ", status=" + status + "]";
    }
}
