package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.tests.CannedApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals that no refresh cures, but another instance's new consent may. */
class MissingScopeTest {

    private final Bench bench = new Bench();
    private final CannedApi api = new CannedApi(bench);

    @BeforeEach
    void connect() {
        bench.connect(1, CannedApi.connections());
        bench.time.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Answer> scopeMissing() {
        return Stream.of(
                new Answer(401, CannedApi.SCOPE_MISSING),
                new Answer(403, CannedApi.SCOPE_MISSING),
                new Answer(401, "{\"Title\":\"no\"}", "insufficent_scope"),
                new Answer(401, "{\"Title\":\"no\"}", "Bearer error=\"insufficient_scope\""),
                new Answer(403, CannedApi.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("scopeMissing")
    void intercept_nobodyHasANewerToken_callerGetsTheFirstAnswerAsItCame(Answer refusal) throws IOException {
        api.answers = token -> refusal;
        api.get();
        bench.time.advance(Duration.ofSeconds(5));
        int reads = bench.store.reads();

        assertThat(api.get()).isEqualTo(new Answer(refusal.status(), refusal.body()));
        assertThat(bench.store.reads() - reads).isEqualTo(1);
        assertThat(api.get()).isEqualTo(new Answer(refusal.status(), refusal.body()));
        assertThat(bench.store.reads() - reads).isEqualTo(1);

        assertThat(api.tokens()).containsExactly("AT-1", "AT-1", "AT-1");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scopeMissing")
    void intercept_anotherInstanceGotANewConsent_takesItsToken(Answer refusal) throws IOException {
        api.answers = token -> token.equals("AT-9") ? new Answer(200, "{}") : refusal;
        assertThat(api.get().status()).isEqualTo(refusal.status());
        bench.time.advance(Duration.ofSeconds(6));
        bench.connect(9, CannedApi.connections());

        assertThat(api.get().status()).isEqualTo(200);

        assertThat(api.tokens()).containsExactly("AT-1", "AT-1", "AT-9");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scopeMissing")
    void intercept_storeDown_callerGetsTheFirstAnswer(Answer refusal) throws IOException {
        api.answers = token -> new Answer(200, "{}");
        api.get();
        api.answers = token -> refusal;
        bench.store.readable(false);

        assertThat(api.get()).isEqualTo(new Answer(refusal.status(), refusal.body()));
    }

    @Test
    void intercept_roleForbidsIt_doesNothing() throws IOException {
        Answer forbidden = new Answer(403, "{\"Detail\":\"You do not have permission\"}");
        api.get();
        int reads = bench.store.reads();
        api.answers = token -> forbidden;

        assertThat(api.get()).isEqualTo(forbidden);

        assertThat(bench.store.reads()).isEqualTo(reads);
        assertThat(api.tokens()).containsExactly("AT-1", "AT-1");
    }
}
