package dev.xeroauth.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.http.TokenEndpoint;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenCipher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same where the store, the cipher or the keys fail. */
@Isolated("It listens to all loggers and to System.out")
class CanaryTroubleTest {

    private static final Tally TALLY = new Tally();

    @AfterAll
    static void tell() {
        TALLY.print();
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_storeFails_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        life.connect();
        life.time.advance(Duration.ofMinutes(30));
        life.parts.failing(CanaryTroubleTest::storeDown);
        assertThat(life.tries(life::token)).isInstanceOf(StoreException.class);
        assertThat(life.tries(life::connect)).isInstanceOf(StoreException.class);
        life.parts.failing(null);
        life.parts.failingToWrite(CanaryTroubleTest::storeDown);
        life.time.advance(Duration.ofMinutes(1));
        assertThat(life.tries(life::token)).isInstanceOf(StoreException.class);
        assertThat(life.tries(life::connect)).isInstanceOf(StoreException.class);
        life.parts.failingToWrite(null);
        life.time.advance(Duration.ofMinutes(1));
        assertThat(life.tries(life::token)).isNull();
        life.tries(() -> life.auth.accessToken(WatchedLife.NOBODY));

        TALLY.nothingShows(life);
    }

    @Test
    void accessToken_tableDropped_showsNothing() {
        WatchedLife life = new WatchedLife(Keeping.IN_H2);
        life.connect();
        life.time.advance(Duration.ofMinutes(30));
        Keeping.dropTable();
        assertThat(life.tries(life::token)).isInstanceOf(StoreException.class);
        assertThat(life.tries(life::connect)).isInstanceOf(StoreException.class);

        TALLY.nothingShows(life);
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_wrongKeys_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        life.connect();
        KeyRing otherName = KeyRing.of("2027-01", WatchedLife.key(2));
        KeyRing sameName = KeyRing.of("2026-11", WatchedLife.key(2));
        try (XeroAuth missing = life.instance().encryption(otherName).build();
                XeroAuth wrong = life.instance().encryption(sameName).build();
                XeroAuth elsewhere = life.instance().environment("staging").build()) {
            for (XeroAuth auth : new XeroAuth[] {missing, wrong, elsewhere}) {
                assertThat(life.tries(() -> auth.accessToken(WatchedLife.GRANT)))
                        .isInstanceOf(SealedRecordException.class);
                life.tries(() -> auth.consent().resume(life.begin().sealed()));
                life.tries(() -> auth);
            }
        }
        life.tries(() -> otherName.alsoOpening("2027-01", WatchedLife.key(1)));
        life.tries(() -> KeyRing.of("short", "0123456789abcdef".getBytes(StandardCharsets.UTF_8)));

        TALLY.nothingShows(life);
    }

    @ParameterizedTest
    @EnumSource
    void close_tokensUnsaved_showsNothing(Keeping keeping) {
        WatchedLife life = new WatchedLife(keeping);
        life.connect();
        TokenEndpoint endpoint = new TokenEndpoint(
                WatchedLife.app(WatchedLife.SECRET), life.endpoints(), Runnable::run, TimeSource.system());
        XeroAuth auth = life.instance()
                .tokenRefresher(life.parts.refresher(request -> {
                    RefreshOutcome outcome = endpoint.refresh(request);
                    life.parts.failingToWrite(CanaryTroubleTest::storeDown);
                    return outcome;
                }))
                .build();
        life.time.advance(Duration.ofMinutes(30));
        assertThat(life.tries(() -> auth.accessToken(WatchedLife.GRANT))).isNull();
        life.seen.shown(auth);
        life.parts.failingToWrite(() -> {
            life.time.advance(Duration.ofSeconds(20));
            storeDown();
        });
        auth.close();
        life.parts.failingToWrite(null);
        life.time.advance(Duration.ofMinutes(1));

        TALLY.nothingShows(life);
        assertThat(life.seen.objectsOf("UnsavedTokens")).isPositive();
    }

    /**
     * What a part of the application says in an exception is the application's: it stands in the chain of causes as it was
     * thrown, for an operator to read, and wherever a chain is printed. A store knows sealed records alone, so it has
     * nothing to say that is secret; a cipher has. No message of the library's own, no event and no text form repeats it.
     */
    @Test
    void accessToken_cipherSaysWhatItWasGiven_isTheCauseAndInNoMessageOfOurs() {
        WatchedLife life = new WatchedLife(Keeping.IN_MEMORY);
        life.connect();
        RuntimeException theirs = new IllegalStateException("could not seal " + WatchedLife.ECHO);
        XeroAuth auth = life.instance().encryption(failing(theirs)).build();

        theirsIsTheCause(theirs, life.problemOf(() -> auth.accessToken(WatchedLife.GRANT)));
        auth.close();

        TALLY.nothingShows(life);
    }

    @Test
    void accessToken_storeSaysWhatItWasGiven_isTheCauseAndInNoMessageOfOurs() {
        WatchedLife life = new WatchedLife(Keeping.IN_MEMORY);
        life.connect();
        life.time.advance(Duration.ofMinutes(30));
        RuntimeException theirs = new IllegalStateException("could not read " + WatchedLife.ECHO);
        life.parts.failing(() -> {
            throw theirs;
        });

        theirsIsTheCause(theirs, life.problemOf(life::token));

        TALLY.nothingShows(life);
    }

    private static void theirsIsTheCause(Throwable theirs, @Nullable Throwable problem) {
        assertThat(problem).isInstanceOf(XeroException.class).hasRootCause(theirs);
        for (Throwable each = problem; each != null && each != theirs; each = each.getCause()) {
            assertThat(each.getMessage()).doesNotContain(WatchedLife.ECHO);
        }
    }

    /** A refresher is given a refresh token, and its exceptions say no more than the class they are of. */
    @Test
    void accessToken_refresherSaysWhatItWasGiven_showsNothing() {
        WatchedLife life = new WatchedLife(Keeping.IN_MEMORY);
        life.connect();
        XeroAuth auth = life.instance()
                .tokenRefresher(request -> {
                    throw new IllegalStateException("could not present " + request.refreshToken());
                })
                .build();
        life.time.advance(Duration.ofMinutes(30));
        assertThat(life.tries(() -> auth.accessToken(WatchedLife.GRANT)))
                .hasNoCause()
                .hasMessageContaining("IllegalStateException");
        life.seen.shown(auth);
        auth.close();

        TALLY.nothingShows(life);
    }

    private static void storeDown() {
        throw new IllegalStateException("the store is down");
    }

    private static TokenCipher failing(RuntimeException e) {
        return new TokenCipher() {
            @Override
            public SealedRecord seal(byte[] plaintext, SealContext context) {
                throw e;
            }

            @Override
            public byte[] open(SealedRecord sealed, SealContext context) {
                throw e;
            }
        };
    }
}
