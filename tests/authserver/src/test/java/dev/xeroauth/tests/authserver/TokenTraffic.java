package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Counts what comes to the token endpoint, before anything of the server has seen it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TokenTraffic extends OncePerRequestFilter {

    record Exchange(String grantType, int status) {}

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    private volatile String lastVerifier = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Semaphore arrived = new Semaphore(0);

    /** Requests wait from now on. */
    void holdUp() {
        arrived.drainPermits();
        gate = new CountDownLatch(1);
    }

    /** Until a request waits; fails if none comes. */
    void awaitHeldUp() throws InterruptedException {
        assertThat(arrived.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }

    void release() {
        gate.countDown();
    }

    /** That came with the last code. */
    String lastVerifier() {
        return lastVerifier;
    }

    /** Forgets what was. */
    void clear() {
        exchanges.clear();
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/connect/token");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String grantType = request.getParameter("grant_type");
        String verifier = request.getParameter("code_verifier");
        lastVerifier = verifier == null ? lastVerifier : verifier;
        arrived.release();
        awaitOpen();
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        // Counted before it is sent.
        exchanges.add(new Exchange(grantType, answer.getStatus()));
        answer.copyBodyToResponse();
    }

    private void awaitOpen() {
        try {
            assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
