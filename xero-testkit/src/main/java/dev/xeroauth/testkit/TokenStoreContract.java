package dev.xeroauth.testkit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promises of {@link dev.xeroauth.spi.TokenStore}, each with tests. Whoever writes a store extends this class and hands over
 * an empty store per test, and by {@link #anotherStore()} the same records over other connections.
 *
 * <pre>{@code
 * class MyTokenStoreTest extends TokenStoreContract {
 *     private final TokenStore store = new MyTokenStore(...);
 *
 *     @Override
 *     protected TokenStore store() {
 *         return store;
 *     }
 * }
 * }</pre>
 *
 * <p>A class that is through prints how many promises were kept, those whose tests have all run and passed:
 * {@code contract: store=MyTokenStore server=none promises=10/10}.
 *
 * <p>Two promises are proved in part only. Nothing here waits for days to see whether a record goes by itself; and of the
 * failures of a store one alone can be brought about from outside, an interrupted thread. That a server which is down, or does
 * not answer, is an exception, has to be tested beside it. {@code findDue} is asked right after writing: where it lags, hand over
 * a store that waits for its index.
 */
@ExtendWith(KeptPromises.class)
public abstract class TokenStoreContract extends PageTests {

    /** For subclasses. */
    protected TokenStoreContract() {}

    /**
     * Fails every single call of a store in turn, before it has its effect and after it, while two instances of the library live
     * through consent, refreshes, a 401, and another consent after the first one was revoked. Takes ten seconds or so.
     */
    @Test
    @Tag("faults")
    @Promise({1, 2, 3, 4})
    void library_storeFailsAtAnyCall_losesNoGrant() {
        new EveryFault(store(), anotherStore()).run(server());
    }
}
