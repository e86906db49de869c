package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

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
     * @param news what there is to tell when it stands; never changed
     */
    record Write(GrantStatus status, GrantRecord record, Revision expected, Revision revision, Set<News> news)
            implements Action {

        /** Copies the set. */
        public Write {
            news = Set.copyOf(news);
        }

        static Write over(OpenGrant before, GrantStatus status, GrantRecord record, Draw draw) {
            return new Write(status, record, before.revision(), draw.revision(), News.of(before, status, record));
        }

        /** In place of a record that the store has lost altogether. */
        static Write anew(OpenGrant lost, GrantStatus status, GrantRecord record, Draw draw) {
            return new Write(status, record, Revision.NONE, draw.revision(), News.of(lost, status, record))
                    .telling(News.WENT_BACK);
        }

        Write telling(News more) {
            Set<News> all = EnumSet.of(more);
            all.addAll(news);
            return new Write(status, record, expected, revision, all);
        }
    }

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
