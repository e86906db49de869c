package dev.xeroauth.benchmarks;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.internal.engine.GrantTokens;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A fresh token of this library's. */
@State(Scope.Benchmark)
public class Ours {

    private final XeroAuth auth = Connected.auth(Customers.COUNT);
    private final GrantTokens handle = Connected.handle(auth, Connected.id(0));
    private final GrantId[] asked = new GrantId[Customers.TURNS];

    /** Connects all customers. */
    public Ours() {
        for (int turn = 0; turn < asked.length; turn++) {
            asked[turn] = Connected.id(Customers.at(turn));
        }
        Customers.growOld();
    }

    @TearDown
    public void close() {
        auth.close();
    }

    @Benchmark
    public AccessToken byHandle() {
        return handle.accessToken();
    }

    @Benchmark
    public AccessToken byGrantId(Turn turn) {
        return auth.accessToken(asked[turn.next()]);
    }
}
