package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ForeignRotationSuspected;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.GrantSuspect;
import dev.xeroauth.RefreshFailed;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refreshes that bring no tokens. */
class FailedRefreshTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void accessToken_noUsableAnswer_failsAtOnceUntilTheNextAttempt() throws InterruptedException {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .satisfies(e -> assertThat(e.retryAt()).isPresent())
                .satisfies(e -> assertThat(e).hasMessageContaining("status 503"));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(bench.refresher.presented()).hasSize(1);
        RefreshFailed failed = bench.event(RefreshFailed.class);

        bench.time.advance(Duration.between(bench.time.now(), failed.nextAttempt()));
        bench.refresher.answer(Bench.issued(2));
        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.refresher.presented()).containsExactly("RT-1", "RT-1");
    }

    @Test
    void accessToken_noUsableAnswerAndALiveToken_handsThatOut() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));

        assertThat(bench.token()).isEqualTo("AT-1");
        bench.event(RefreshFailed.class);
        assertThat(bench.token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_requestNeverLeft_doesNotCountAsPresented() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.NotSent("UnknownHostException"));

        assertThatThrownBy(bench::token).hasMessageContaining("was not reached");

        assertThat(bench.stored().record().current()).isEqualTo(RefreshCandidate.ofConsent("RT-1"));
    }

    @Test
    void accessToken_throttled_waitsAsLongAsXeroSays() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Throttled(Optional.of(Duration.ofMinutes(2))));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .extracting(TokenUnavailableException::retryAt)
                .isEqualTo(Optional.of(bench.time.now().plus(Duration.ofMinutes(2))));
        bench.time.advance(Duration.ofSeconds(119));
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    @Test
    void accessToken_appRejected_touchesNoGrant() {
        GrantRecord connected = bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.AppRejected("invalid_client"));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(AppRejectedException.class))
                .extracting(AppRejectedException::error)
                .isEqualTo("invalid_client");
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(bench.stored().record().current()).isEqualTo(connected.current());
        assertThat(bench.stored().record().setback()).isEqualTo(connected.setback());

        bench.time.advance(Duration.ofSeconds(9));
        assertThatThrownBy(bench::token).isInstanceOf(AppRejectedException.class);
        bench.time.advance(Duration.ofSeconds(1));
        bench.refresher.answer(Bench.issued(2));
        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.refresher.presented()).containsExactly("RT-1", "RT-1");
    }

    @Test
    void accessToken_refresherThrows_keepsTheGrant() {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            throw new IllegalStateException("RT-1 in a message");
        });

        assertThatThrownBy(bench::token)
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("IllegalStateException")
                .message()
                .doesNotContain("RT-1");
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void accessToken_refresherThrowsWhatItDoesNotDeclare_keepsTheGrantUsable() {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            throw FailedRefreshTest.<RuntimeException>undeclared(new IOException("vault down"));
        });

        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        bench.time.advance(Duration.ofMinutes(1));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void accessToken_noThreadToBeHad_failsAtOnceAndWorksLater() {
        bench.connect();
        bench.threadsAvailable = false;

        assertThatThrownBy(bench::token).hasRootCauseInstanceOf(OutOfMemoryError.class);
        bench.threadsAvailable = true;
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(bench.token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_noThreadToBeHadOnceXeroAnswered_savesAllTheSame() {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            bench.threadsAvailable = false;
            return Bench.issued(2);
        });

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.stored().record().current().token()).isEqualTo("RT-2");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E undeclared(Throwable e) throws E {
        throw (E) e;
    }

    @Test
    void accessToken_errorInAStore_failsItsCallersAtOnce() {
        bench.connect();
        bench.store.broken(new StackOverflowError());

        assertThatThrownBy(bench::token)
                .isInstanceOf(TokenUnavailableException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void accessToken_refusedOnce_isLookedAtOnceMoreAfterHalfAMinute() {
        bench.connectLongAgo();
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .extracting(TokenUnavailableException::retryAt)
                .isEqualTo(Optional.of(bench.time.now().plusSeconds(30)));
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.SUSPECT);
        bench.time.advance(Duration.ofSeconds(30));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void accessToken_refusedTwice_isDisconnectedAndSaysSoOnce() {
        bench.connectLongAgo();
        refuseTwice(bench::token);

        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);
        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);

        bench.settle();
        assertThat(bench.events)
                .filteredOn(event -> !(event instanceof RefreshFailed))
                .containsExactly(
                        new GrantSuspect(Bench.ID, "invalid_grant"),
                        new GrantDisconnected(Bench.ID, "invalid_grant"),
                        new ForeignRotationSuspected(Bench.ID));
        assertThat(bench.refresher.presented()).hasSize(2);
        assertThat(bench.stored().status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void accessToken_refusedWhileATokenLives_handsThatOut() throws InterruptedException {
        bench.connect();
        bench.token();
        bench.time.advance(Duration.ofMinutes(21));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        bench.token();
        bench.event(RefreshFailed.class);
        bench.time.advance(Duration.ofSeconds(30));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        bench.token();
        bench.event(GrantDisconnected.class);

        assertThat(bench.token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_disconnectedByAnotherProcess_isNotToldHereToo() {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            OpenGrant now = bench.stored();
            GrantRecord refused = now.record().edit().released(Setback.NONE).done();
            bench.repository.replace(Bench.ID, GrantStatus.DISCONNECTED, refused, now.revision());
            return new RefreshOutcome.Refused("invalid_grant");
        });

        assertThatThrownBy(bench::token).isInstanceOf(GrantDisconnectedException.class);
        bench.settle();

        assertThat(bench.events).noneMatch(GrantDisconnected.class::isInstance);
    }

    @Test
    void accessToken_noAnswerButAnotherProcessHasRefreshed_takesItsToken() {
        bench.connectLongAgo();
        bench.refresher.answer(() -> {
            GrantRecord now = bench.stored().record();
            IssuedAccess access = new IssuedAccess(
                    "AT-9", bench.time.now(), Bench.LIFETIME, bench.time.now().plusSeconds(1000));
            bench.write(now.edit()
                    .access(access)
                    .current(now.current().successor("RT-9"))
                    .previous(now.current())
                    .released(Setback.NONE)
                    .done());
            return new RefreshOutcome.Ambiguous("time-out");
        });

        assertThat(bench.token()).isEqualTo("AT-9");
    }

    private void refuseTwice(ThrowableAssert.ThrowingCallable call) {
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
        assertThatThrownBy(call).isInstanceOf(TokenUnavailableException.class);
        bench.time.advance(Duration.ofSeconds(30));
        bench.refresher.answer(new RefreshOutcome.Refused("invalid_grant"));
    }

    @Test
    void accessToken_storeNotReadable_failsAndWorksAgainASecondAfterItIsBack() {
        bench.connect();
        bench.store.readable(false);

        assertThatThrownBy(bench::token)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("customer-42")
                .hasRootCauseMessage("the store is down");

        bench.store.readable(true);
        bench.time.advance(Duration.ofSeconds(1));
        assertThat(bench.token()).isEqualTo("AT-1");
    }
}
