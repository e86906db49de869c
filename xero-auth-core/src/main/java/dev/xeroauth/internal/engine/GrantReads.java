package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.record.OpenGrant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A grant's record, for somebody who waits for it and holds no lease. Thread-safe. */
final class GrantReads {

    private final Machinery with;
    private final Grants grants;

    GrantReads(Machinery with, Grants grants) {
        this.with = with;
        this.grants = grants;
    }

    /** As it stands in the store. */
    OpenGrant find(GrantId id, Patience patience) {
        return onOwnThread(id, patience, () -> with.repository().find(id));
    }

    /** What a task on a thread of the library makes of it. */
    OpenGrant onOwnThread(GrantId id, Patience patience, Supplier<Optional<OpenGrant>> task) {
        Optional<OpenGrant> found = await(id, patience, with.threads().begin(task), store());
        return found.isPresent() ? found.get() : givenBack(id, patience, task);
    }

    /** What is not in the store may have been lost by it; then a look gives it back, as far as this process remembers it. */
    private OpenGrant givenBack(GrantId id, Patience patience, Supplier<Optional<OpenGrant>> task) {
        Result looked = await(id, patience, grants.of(id).ask(Need.look("")), store());
        if (looked instanceof Result.Failed failed) {
            XeroException problem = failed.problem().get();
            throw problem instanceof GrantNotFoundException ? grants.unknown(id) : problem;
        }
        return await(id, patience, with.threads().begin(task), store())
                .orElseThrow(() -> new StoreException(
                        "The token store has lost the grant '" + id
                                + "' again, after it was given back. Check the store",
                        null));
    }

    private String store() {
        return with.repository().storeDescription();
    }

    static <R> R await(GrantId id, Patience patience, CompletableFuture<R> running, String what) {
        return patience.await(running, () -> new TokenUnavailableException(id, what + " takes too long", null, null));
    }
}
