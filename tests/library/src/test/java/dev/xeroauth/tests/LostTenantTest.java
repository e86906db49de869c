package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConnectionLost;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Xero's API says that a tenant is not connected. */
class LostTenantTest {

    private static final Fault NOT_CONNECTED = Fault.answer(403, "application/json", CannedApi.REFUSED);

    private final Connected at = new Connected();
    private final Requests requests = new Requests(at);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void intercept_userDisconnectedATenant_isToldOnceAndCostsNoFurtherCall() throws Exception {
        at.connect();
        try (XeroAuth other = at.instance().build()) {
            requests.status(at.auth, at.bakery());
            requests.status(other, at.bakery());
            int asked = at.xero.ledger().requests(Endpoint.CONNECTIONS);
            at.xero.disconnect(at.bakery());

            assertThat(requests.status(at.auth, at.bakery())).isEqualTo(403);
            assertThat(requests.status(other, at.bakery())).isEqualTo(403);

            assertThat(at.event(ConnectionLost.class).connection().tenantId()).isEqualTo(at.bakery());
            untilRefusedHere(at.auth);
            untilRefusedHere(other);
            // Each has been refused by Xero once, and finds out for itself.
            Threads.until(() -> at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked == 2);
            int calls = at.xero.ledger().entries().size();
            for (XeroAuth auth : List.of(at.auth, other, at.auth)) {
                assertThat(requests.problem(auth, Connected.GRANT, at.bakery()))
                        .isInstanceOf(TenantNotReachableException.class);
            }
            assertThat(at.xero.ledger().entries()).hasSize(calls);
            assertThat(requests.status(at.auth, at.cycles())).isEqualTo(200);
            assertThat(requests.status(other, at.cycles())).isEqualTo(200);
        }
        at.auth.close();
        assertThat(at.events).noneMatch(ConnectionLost.class::isInstance);
        assertThat(at.xero.ledger().refreshes()).isZero();
    }

    /** Until the check is over, which goes on behind the back of whoever was refused by Xero. */
    private void untilRefusedHere(XeroAuth auth) throws IOException {
        Threads.until(() -> {
            try {
                return requests.status(auth, at.bakery()) != 403;
            } catch (XeroIOException e) {
                return e.problem() instanceof TenantNotReachableException;
            }
        });
    }

    @Test
    void intercept_refusedWhileXeroListsTheTenant_changesNothingAndAsksOnceAMinute() throws Exception {
        at.connect();
        int asked = at.xero.ledger().requests(Endpoint.CONNECTIONS);

        for (int i = 0; i < 10; i++) {
            assertThat(refused()).isEqualTo(403);
            at.time.advance(Duration.ofSeconds(5));
        }
        Threads.until(() -> at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked == 1);
        at.time.advance(Duration.ofSeconds(10));
        Threads.until(() -> {
            refused();
            return at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked > 1;
        });
        assertThat(at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked).isEqualTo(2);

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
        at.auth.close();
        assertThat(at.events).noneMatch(ConnectionLost.class::isInstance);
    }

    @Test
    void intercept_refusedWhileTheCheckOfAMinuteAgoHangs_asksAgainOnceThatIsOver() throws Exception {
        at.connect();
        int asked = at.xero.ledger().requests(Endpoint.CONNECTIONS);
        at.xero.next(Endpoint.CONNECTIONS, Fault.holdUp());
        assertThat(refused()).isEqualTo(403);
        at.xero.awaitHeldUp(1);

        at.time.advance(Duration.ofMinutes(1));
        assertThat(refused()).isEqualTo(403);
        at.xero.releaseHeldUp();

        Threads.until(() -> {
            refused();
            return at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked == 2;
        });
    }

    private int refused() throws IOException {
        at.xero.next(Endpoint.API, NOT_CONNECTED);
        return requests.status(at.auth, at.bakery());
    }

    @Test
    void intercept_connectionsFail_callerStillGetsThe403() throws Exception {
        at.connect();
        int asked = at.xero.ledger().requests(Endpoint.CONNECTIONS);
        Fault down = Fault.answer(503, "text/html", "");
        at.xero.next(Endpoint.API, NOT_CONNECTED);
        at.xero.next(Endpoint.CONNECTIONS, down, down, down);

        try (Response response = Requests.client(at.auth, Connected.GRANT, at.bakery())
                .newCall(requests.request())
                .execute()) {
            assertThat(response.code()).isEqualTo(403);
            assertThat(response.body().string()).isEqualTo(CannedApi.REFUSED);
        }

        Threads.until(() -> at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked == 3);
        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
    }

    @Test
    void intercept_connectionsAreAnsweredWithGarbage_callerStillGetsThe403() throws IOException {
        at.connect();
        at.xero.next(Endpoint.API, NOT_CONNECTED);
        at.xero.next(Endpoint.CONNECTIONS, Fault.answer(200, "application/json", "[{\"id\":7}]"));

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(403);
        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
    }

    @Test
    void intercept_anotherInstanceGotANewConsent_sendsOnceMoreWithItsToken() throws IOException {
        at.connect(at.bakery());
        requests.status(at.auth, at.bakery());
        try (XeroAuth other = at.instance().build()) {
            ConsentRequest request = other.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES);
            other.consent().complete(request, at.xero.approve(request.url(), at.bakery()));
        }
        at.time.advance(Duration.ofSeconds(6));
        at.xero.next(Endpoint.API, NOT_CONNECTED);
        int asked = at.xero.ledger().requests(Endpoint.CONNECTIONS);
        List<Request> sent = new ArrayList<>();

        assertThat(requests.status(at.auth, at.bakery(), sent)).isEqualTo(200);

        assertThat(sent).extracting(request -> request.header("Authorization")).doesNotHaveDuplicates();
        assertThat(sent).hasSize(2);
        assertThat(at.xero.ledger().requests(Endpoint.CONNECTIONS)).isEqualTo(asked);
    }

    @Test
    void intercept_tenantConnectedAgain_isReachedAgain() throws Exception {
        at.connect();
        at.xero.disconnect(at.bakery());
        requests.status(at.auth, at.bakery());
        at.event(ConnectionLost.class);
        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TenantNotReachableException.class);

        at.connect(at.bakery());

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
    }
}
