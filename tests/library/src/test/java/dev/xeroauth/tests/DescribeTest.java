package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TenantId;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an operator reads of one grant, in each of its states. */
class DescribeTest {

    private static final Connection BAKERY = new Connection(
            new ConnectionId(new UUID(0, 1)),
            new TenantId(new UUID(0, 2)),
            "ORGANISATION",
            Optional.empty(),
            Optional.of(new UUID(0, 3)));

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private GrantDescription described() {
        return bench.overview.describe(Bench.ID);
    }

    @Test
    void describe_fresh_isQuietAndHasNothingToReport() {
        bench.connect();
        bench.time.advance(Duration.ofMinutes(5));

        GrantDescription found = described();

        assertThat(found)
                .isEqualTo(new GrantDescription(
                        Bench.ID,
                        GrantStatus.CONNECTED,
                        Bench.START.plus(Duration.ofMinutes(5)),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Bench.START,
                        Bench.START.plus(Bench.LIFETIME),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        false,
                        found.dueAt(),
                        Lane.ROUTINE,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(found.dueAt().orElseThrow())
                .isBetween(Bench.START.plus(Duration.ofDays(20)), Bench.START.plus(Duration.ofDays(30)));
    }

    @Test
    void describe_everythingAtOnce_isEachInItsPlaceAndShowsNoSecret() {
        GrantRecord record = full();
        bench.write(GrantStatus.SUSPECT, record);

        GrantDescription found = described();

        assertThat(found)
                .isEqualTo(new GrantDescription(
                        Bench.ID,
                        GrantStatus.SUSPECT,
                        Bench.START,
                        Optional.of("invalid_grant"),
                        3,
                        Optional.of(minute(4)),
                        minute(-7),
                        minute(-7).plus(Bench.LIFETIME),
                        Optional.of(minute(-3)),
                        Optional.of(minute(1)),
                        Optional.of(minute(9)),
                        2,
                        false,
                        Optional.of(minute(1)),
                        Lane.RESCUE,
                        Optional.of(new UUID(0, 4)),
                        Optional.of(List.of(BAKERY))));
        assertThat(found.toString())
                .contains(
                        "customer-42",
                        "SUSPECT",
                        "invalid_grant",
                        BAKERY.tenantId().toString())
                .doesNotContain("canary");
    }

    /** Every field differs, so that none can stand for another; every secret is a canary. */
    private static GrantRecord full() {
        RefreshCandidate previous = RefreshCandidate.ofConsent("canary-1").presented(minute(-8));
        RefreshCandidate current =
                previous.successor("canary-2").presented(minute(-3)).presented(minute(-2));
        Reach reach = new Reach(Optional.of(new UUID(0, 4)), Set.of(new UUID(0, 3)), Optional.of(List.of(BAKERY)));
        IssuedAccess access = new IssuedAccess("canary-3", minute(-7), Bench.LIFETIME, minute(11));
        return GrantRecord.consented("canary-generation", access, "canary-1", reach)
                .edit()
                .current(current)
                .previous(previous)
                .spares(List.of(current.successor("canary-4"), current.successor("canary-5")))
                .setback(new Setback(3, 1, Optional.of(minute(4)), Optional.of("invalid_grant")))
                .confirmAt(Optional.of(minute(9)))
                .lease(new Lease("canary-nonce", minute(1)))
                .done();
    }

    private static Instant minute(int number) {
        return Bench.START.plus(Duration.ofMinutes(number));
    }

    @Test
    void describe_whileItIsBeingRefreshed_showsTheLeaseAndThatTheTokenMayBeUsedUp() {
        bench.connectLongAgo();
        Instant now = bench.time.now();
        bench.refresher.answer(() -> {
            assertThat(described().refreshingUntil()).contains(now.plusSeconds(30));
            assertThat(described().refreshTokenPresentedAt()).contains(now);
            assertThat(described().dueAt()).contains(now.plusSeconds(30));
            assertThat(described().lane()).isEqualTo(Lane.RESCUE);
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-2");

        assertThat(described().refreshingUntil()).isEmpty();
        assertThat(described().refreshTokenPresentedAt()).isEmpty();
        assertThat(described().lastRefreshedAt()).isEqualTo(now);
        assertThat(described().lane()).isEqualTo(Lane.ROUTINE);
    }

    @Test
    void describe_noAnswer_saysWhatWentWrongAndWhenItGoesOn() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);

        GrantDescription found = described();

        assertThat(found.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(found.failures()).isEqualTo(1);
        assertThat(found.lastError().orElseThrow()).contains("status 503");
        assertThat(found.nextAttemptAt()).isPresent().isEqualTo(found.dueAt());
        assertThat(found.refreshTokenPresentedAt()).contains(bench.time.now());
        assertThat(found.lastRefreshedAt()).isEqualTo(Bench.START);
    }

    @Test
    void describe_refusedOnceAndTwice_isSuspectAndThenNobodysAnyMore() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(described().status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(described().nextAttemptAt()).contains(bench.time.now().plusSeconds(30));

        bench.time.advance(Duration.ofSeconds(30));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        assertThatThrownBy(bench::token);

        assertThat(described().status()).isEqualTo(GrantStatus.DISCONNECTED);
        assertThat(described().lastError()).contains("invalid_grant");
        assertThat(described().failures()).isEqualTo(2);
        assertThat(described().nextAttemptAt()).isEmpty();
        assertThat(described().dueAt()).isEmpty();
    }

    @Test
    void describe_secondPresentationSucceeded_saysThatItsTokensAreInDoubt() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Ambiguous("time-out"));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        bench.time.advance(Duration.ofMinutes(5));
        bench.refresher.answer(Bench.issued(2));
        bench.token();

        GrantDescription found = described();

        assertThat(found.confirmAt()).isPresent().isEqualTo(found.dueAt());
        assertThat(found.lane()).isEqualTo(Lane.RESCUE);
        assertThat(found.failures()).isZero();
        assertThat(found.lastError()).isEmpty();
    }

    @Test
    void describe_ended_isStillThereAndSaysSo() {
        bench.write(GrantStatus.ENDED, bench.connect().record().edit().done());

        assertThat(described().status()).isEqualTo(GrantStatus.ENDED);
        assertThat(described().dueAt()).contains(Bench.START.plus(Duration.ofHours(24)));
    }

    @Test
    void describe_storeDownAfterXeroAnswered_saysThatThisProcessHasTokensToSave() throws InterruptedException {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            bench.store.writable(false);
            return Bench.issued(2);
        });
        bench.token();

        assertThat(described().unsavedHere()).isTrue();
        bench.store.writable(true);
        bench.later.remove().run();
        bench.event(GrantRefreshed.class);
        assertThat(described().unsavedHere()).isFalse();
    }

    @Test
    void describe_notThere_isAnExceptionOfItsOwn() {
        assertThatThrownBy(() -> bench.overview.describe(GrantId.of("customer-7")))
                .isInstanceOf(GrantNotFoundException.class)
                .hasMessageContaining("customer-7");
    }

    @Test
    void describe_keyIsMissing_saysThatTheRecordDoesNotOpen() {
        bench.connect();
        bench.keysAvailable = false;

        assertThatThrownBy(this::described)
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("customer-42");
    }

    @Test
    void describe_storeDown_saysSo() {
        bench.connect();
        bench.store.readable(false);

        assertThatThrownBy(this::described)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("customer-42")
                .hasRootCauseMessage("the store is down");
    }

    @Test
    void describe_closed_saysSo() {
        bench.connect();
        bench.settle();

        assertThatThrownBy(this::described)
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void describe_interrupted_failsAndLeavesTheFlagSet() {
        bench.connect();
        CountDownLatch failed = new CountDownLatch(1);
        bench.store.before = call -> Threads.await(failed);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(this::described).isInstanceOf(StoreException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
            failed.countDown();
        }
    }

    @Test
    void describe_caller_readsOnAThreadOfTheLibrary() {
        bench.connect();
        bench.store.askedBy().clear();

        described();

        assertThat(bench.store.askedBy()).isNotEmpty().doesNotContain(Thread.currentThread());
    }
}
