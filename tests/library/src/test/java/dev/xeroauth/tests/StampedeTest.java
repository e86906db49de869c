package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.AccessToken;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenRefresher;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Isolated;

/** Many callers at the moment at which their token expires: Xero is asked once. */
@Isolated("A request that is held up has its deadline by the host's clock")
class StampedeTest {

    /** A token of half an hour is not handed out in its last minute. */
    private static final Duration TO_THE_END = Duration.ofMinutes(29);

    private static final Duration BEYOND_ANY_BACK_OFF = Duration.ofMinutes(5);

    private final Connected at = new Connected();
    private final Semaphore xero = new Semaphore(0);
    private final TokenEndpoint endpoint =
            new TokenEndpoint(at.xero.app(), at.xero.endpoints(), Runnable::run, TimeSource.system());

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void accessToken_thousandThreads_askXeroOnce() throws InterruptedException {
        stampede("platform", Thread::new);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void accessToken_thousandVirtualThreads_askXeroOnce() throws Exception {
        stampede("virtual", virtualThreads());
    }

    private void stampede(String kind, ThreadFactory factory) throws InterruptedException {
        AccessToken before = connectAndExpire(at.auth);
        at.xero.next(Endpoint.TOKEN, Fault.holdUp());

        Crowd<AccessToken> crowd = new Crowd<AccessToken>(factory).ask(1000, () -> token(at.auth));
        crowd.awaitAllWaiting();
        at.xero.awaitHeldUp(1);
        at.xero.releaseHeldUp();

        List<AccessToken> tokens = crowd.answers();
        int requests = at.xero.ledger().refreshes();
        System.out.printf("stampede: threads=%d kind=%s token-requests=%d%n", tokens.size(), kind, requests);
        assertThat(tokens).hasSize(1000);
        assertThat(Set.copyOf(tokens)).hasSize(1).doesNotContain(before);
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void accessToken_eightProcesses_askXeroOnce() throws InterruptedException {
        List<XeroAuth> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(at.instance().build());
        }
        at.connect();
        AccessToken before = token(at.auth);
        processes.forEach(StampedeTest::token);
        at.time.advance(TO_THE_END);
        at.xero.next(Endpoint.TOKEN, Fault.holdUp());

        List<AccessToken> tokens = new ArrayList<>();
        List<Crowd<AccessToken>> crowds = new ArrayList<>();
        for (XeroAuth process : processes) {
            crowds.add(new Crowd<AccessToken>(Thread::new).ask(25, () -> token(process)));
        }
        for (Crowd<AccessToken> crowd : crowds) {
            crowd.awaitAllWaiting();
        }
        at.xero.awaitHeldUp(1);
        at.xero.releaseHeldUp();
        for (Crowd<AccessToken> crowd : crowds) {
            tokens.addAll(crowd.answers());
        }
        processes.forEach(XeroAuth::close);

        int requests = at.xero.ledger().refreshes();
        System.out.printf(
                "stampede: processes=%d threads=%d token-requests=%d%n", processes.size(), tokens.size(), requests);
        assertThat(tokens).hasSize(200);
        assertThat(Set.copyOf(tokens)).hasSize(1).doesNotContain(before);
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void accessToken_xeroFails_everyCallerHearsItAndXeroIsAskedOnceARound() throws InterruptedException {
        try (XeroAuth auth = heldUp(endpoint)) {
            connectAndExpire(auth);
            int rounds = 0;
            for (; rounds < 10; rounds++) {
                at.xero.next(Endpoint.TOKEN, Fault.answer(503, "text/html", "<h1>Down</h1>"));
                Crowd<AccessToken> crowd = new Crowd<AccessToken>(Thread::new).ask(200, () -> token(auth));
                crowd.awaitAllWaiting();
                xero.release();

                assertThat(crowd.failures())
                        .hasSize(200)
                        .allSatisfy(e -> assertThat(e)
                                .isInstanceOf(TokenUnavailableException.class)
                                .hasMessageContaining("503"))
                        .doesNotHaveDuplicates();
                at.time.advance(BEYOND_ANY_BACK_OFF);
            }
            int requests = at.xero.ledger().refreshes();
            System.out.printf("failing-stampede: rounds=%d token-requests=%d%n", rounds, requests);
            assertThat(requests).isEqualTo(rounds);

            xero.release();
            assertThat(token(auth).value()).isNotEmpty();
            assertThat(at.xero.ledger().refusedRefreshes()).isZero();
        }
    }

    @Test
    void accessToken_exchangeTakes12Seconds_whoComesMeanwhileWaitsForIt() throws InterruptedException {
        ScriptedRefresher refresher = new ScriptedRefresher().answer(Bench.issued(2));
        try (XeroAuth auth = heldUp(refresher)) {
            connectAndExpire(auth);
            Crowd<AccessToken> crowd = new Crowd<>(Thread::new);
            for (int second = 0; second <= 12; second += 4) {
                at.time.advance(Duration.ofSeconds(second == 0 ? 0 : 4));
                crowd.ask(1, () -> token(auth)).awaitAllWaiting();
            }
            xero.release();

            List<AccessToken> tokens = crowd.answers();
            int requests = refresher.presented().size();
            System.out.printf("slow-stampede: exchange=12s threads=%d token-requests=%d%n", tokens.size(), requests);
            assertThat(tokens).hasSize(4).allMatch(token -> token.value().equals("AT-2"));
            assertThat(requests).isEqualTo(1);
            assertThat(refresher.unexpected()).isZero();
        }
    }

    @Test
    void accessToken_someCallersAreInterrupted_leaveWithTheFlagAndTheOthersGetTheToken() throws InterruptedException {
        ScriptedRefresher refresher = new ScriptedRefresher().answer(Bench.issued(2));
        try (XeroAuth auth = heldUp(refresher)) {
            connectAndExpire(auth);
            Crowd<AccessToken> crowd = new Crowd<AccessToken>(Thread::new).ask(20, () -> token(auth));
            crowd.awaitAllWaiting();
            List<Thread> impatient = crowd.threads().subList(0, 10);
            impatient.forEach(Thread::interrupt);
            Crowd.end(impatient);

            assertThat(crowd.interrupted()).containsExactlyInAnyOrderElementsOf(impatient);
            xero.release();

            assertThat(crowd.answers())
                    .hasSize(10)
                    .allMatch(token -> token.value().equals("AT-2"));
            assertThat(crowd.failures()).hasSize(10).hasOnlyElementsOfType(TokenUnavailableException.class);
            assertThat(crowd.interrupted()).hasSize(10);
            assertThat(refresher.presented()).hasSize(1);
        }
    }

    /** An instance that asks when the test lets it. */
    private XeroAuth heldUp(TokenRefresher refresher) {
        return at.instance()
                .tokenRefresher(request -> {
                    Threads.await(xero);
                    return refresher.refresh(request);
                })
                .build();
    }

    private AccessToken connectAndExpire(XeroAuth auth) {
        at.connect();
        AccessToken token = token(auth);
        at.time.advance(TO_THE_END);
        return token;
    }

    private static AccessToken token(XeroAuth auth) {
        return auth.accessToken(Connected.GRANT);
    }

    /** By reflection: the tests are compiled for a JDK that has none. */
    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
