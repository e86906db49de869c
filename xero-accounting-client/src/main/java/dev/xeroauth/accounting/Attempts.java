package dev.xeroauth.accounting;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Counts the attempts of one write that Xero may have carried out. OkHttp makes several of one call, and whoever made the
 * call hears of the last alone: an answer that was lost is followed by a refusal then, which says nothing of what was done
 * before. An attempt whose headers were never sent, as its connection was closed before, is none. Thread-safe.
 */
final class Attempts extends EventListener {

    private static final int TIMEOUT = 408;
    private static final int CONFLICT = 409;
    /** What proxies say of a client that has left: what they have passed on goes its way. */
    private static final int CLIENT_LEFT = 499;

    private static final int CLIENT_LEFT_AT_BALANCER = 460;
    private static final Set<Integer> OPEN = Set.of(TIMEOUT, CONFLICT, CLIENT_LEFT_AT_BALANCER, CLIENT_LEFT);

    private final AtomicInteger notRefused = new AtomicInteger();

    /** Whether an answer of that status says that nothing was done. */
    static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && !OPEN.contains(status);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        notRefused.incrementAndGet();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        if (isRefusal(response.code())) {
            notRefused.decrementAndGet();
        }
    }

    /** Whether Xero may have carried one out. */
    boolean anyNotRefused() {
        return notRefused.get() > 0;
    }

    /** Whether Xero may have carried one out beside the one that this answer says something of. */
    boolean anyNotRefusedBeside(Response answer) {
        return notRefused.get() > (answer.isSuccessful() ? 1 : 0);
    }
}
