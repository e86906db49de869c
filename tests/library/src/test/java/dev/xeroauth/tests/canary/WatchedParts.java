package dev.xeroauth.tests.canary;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenRefresher;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What an application plugs in, passing on what it gets. Each part can be made to fail. */
final class WatchedParts {

    /** What is done instead of the work, if anything. */
    private volatile @Nullable Runnable instead;

    private volatile @Nullable Runnable insteadOfWriting;
    private final Queue<byte[]> plaintexts = new ConcurrentLinkedQueue<>();
    private final Seen seen;

    WatchedParts(Seen seen) {
        this.seen = seen;
    }

    /** Null: all works again. */
    void failing(@Nullable Runnable failure) {
        this.instead = failure;
    }

    void failingToWrite(@Nullable Runnable failure) {
        this.insteadOfWriting = failure;
    }

    /** Everything that was sealed. */
    Queue<byte[]> plaintexts() {
        return plaintexts;
    }

    private static void fail(@Nullable Runnable failure) {
        if (failure != null) {
            failure.run();
        }
    }

    TokenCipher cipher(TokenCipher real) {
        return new TokenCipher() {
            @Override
            public SealedRecord seal(byte[] plaintext, SealContext context) {
                plaintexts.add(plaintext.clone());
                seen.shown(context);
                SealedRecord sealed = real.seal(plaintext, context);
                seen.shown(sealed);
                return sealed;
            }

            @Override
            public byte[] open(SealedRecord sealed, SealContext context) {
                return real.open(sealed, context);
            }
        };
    }

    TokenRefresher refresher(TokenRefresher real) {
        return (RefreshRequest request) -> {
            seen.shown(request);
            RefreshOutcome outcome = real.refresh(request);
            seen.shown(outcome);
            return outcome;
        };
    }

    TokenStore store(TokenStore real) {
        return new WatchedStore(real);
    }

    private final class WatchedStore implements TokenStore {

        private final TokenStore real;

        WatchedStore(TokenStore real) {
            this.real = real;
        }

        @Override
        public Optional<StoredGrant> find(GrantId id) {
            fail(instead);
            return real.find(id);
        }

        @Override
        public boolean replace(StoredGrant next, Revision expected) {
            seen.shown(next);
            fail(instead);
            fail(insteadOfWriting);
            return real.replace(next, expected);
        }

        @Override
        public boolean delete(GrantId id, Revision expected) {
            fail(instead);
            return real.delete(id, expected);
        }

        @Override
        public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
            fail(instead);
            return real.findDue(lane, now, after, limit);
        }

        @Override
        public List<GrantId> list(@Nullable GrantId after, int limit) {
            fail(instead);
            return real.list(after, limit);
        }
    }
}
