package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeeperHealth;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.KeeperLoop;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Xero's list of connections hangs while the keeper has refreshes to finish, for which Xero leaves it half an hour. */
class SlowConnectionsTest {

    /** As many as the keeper looks at at once. */
    private static final int UNREAD = 8;

    private static final GrantId IN_DOUBT = GrantId.of("customer-in-doubt");

    @Test
    void runOnce_listsOfEightGrantsHang_refreshesTheNinth() throws Exception {
        try (Connected at = new Connected(new InMemoryTokenStore(), UNREAD);
                XeroAuth other = at.instance().withoutKeeper().build()) {
            at.connect(IN_DOUBT, at.bakery());
            at.time.advance(Duration.ofMinutes(30));
            List<GrantId> unread = leaveHalfDone(at);
            // It is the last in the order of what is due.
            at.time.advance(Duration.ofSeconds(40));
            leaveInDoubt(at);
            at.time.advance(Duration.ofMinutes(5));
            int refreshes = at.xero.ledger().refreshes();
            int asked = at.xero.ledger().requests(Endpoint.CONNECTIONS);
            at.xero.next(
                    Endpoint.CONNECTIONS,
                    Collections.nCopies(UNREAD, Fault.holdUp()).toArray(Fault[]::new));

            CompletableFuture<KeeperHealth> round =
                    CompletableFuture.supplyAsync(() -> other.keeper().runOnce());
            at.xero.awaitHeldUp(2);
            Threads.until(() -> at.xero.ledger().refreshes() > refreshes);
            assertThat(round).isNotDone();
            Threads.until(() -> at.xero.releaseHeldUp() >= 0 && round.isDone());

            assertThat(round.get().failed()).isZero();
            assertThat(at.xero.ledger().refreshes() - refreshes).isEqualTo(1);
            assertThat(at.xero.ledger().requests(Endpoint.CONNECTIONS) - asked).isEqualTo(UNREAD);
            assertThat(unread)
                    .allSatisfy(
                            id -> assertThat(other.describe(id).connections()).isPresent());
        }
    }

    @Test
    void runOnce_listNeverComes_endsAfterTwoMinutesAndCountsNoFailure() throws Exception {
        try (Bench bench = new Bench()) {
            GrantRecord record = bench.connect().record();
            bench.write(record.reaching(record.reach().toBeReadAt(Optional.of(bench.time.now()))));
            CompletableFuture<Void> list = new CompletableFuture<>();
            Machinery machinery = bench.machinery(bench.threads(), SharedClock.common(bench.time));
            KeeperLoop keeper = new KeeperLoop(machinery, new Grants(machinery), id -> list);

            CompletableFuture<KeeperHealth> round = CompletableFuture.supplyAsync(keeper::runOnce);
            Runnable twoMinutesLater = bench.later.poll(10, TimeUnit.SECONDS);
            assertThat(twoMinutesLater).isNotNull();
            assertThat(round).isNotDone();
            twoMinutesLater.run();

            assertThat(round.get(10, TimeUnit.SECONDS).failed()).isZero();
            list.completeExceptionally(new ConnectionsUnavailableException("status 503", null, null));
            assertThat(keeper.runOnce().failed()).isEqualTo(1);
        }
    }

    private static List<GrantId> leaveHalfDone(Connected at) {
        List<GrantId> grants = new ArrayList<>();
        for (FakeOrganisation shop : at.xero.organisations().subList(2, 2 + UNREAD)) {
            GrantId grant = GrantId.of("customer-of-" + shop.tenantId());
            ConsentRequest request = at.auth.consent().begin(grant, Connected.CALLBACK, Connected.SCOPES);
            URI callback = at.xero.approve(request.url(), shop.tenantId());
            at.xero.next(Endpoint.CONNECTIONS, Fault.answer(404, "text/html", ""));
            assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                    .isInstanceOf(ConnectionsUnavailableException.class);
            grants.add(grant);
        }
        return grants;
    }

    /** Xero has rotated, and its answer is lost. */
    private static void leaveInDoubt(Connected at) {
        at.xero.next(Endpoint.TOKEN, Fault.dropAfterWork());
        assertThatThrownBy(() -> at.auth.accessToken(IN_DOUBT)).isInstanceOf(TokenUnavailableException.class);
    }
}
