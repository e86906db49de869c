package dev.xeroauth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import okhttp3.Headers;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** What is measured is what it says: the token of the customer who was asked for. */
class SubjectsTest {

    private static final String FIRST = Customers.token(0);

    @Test
    void ours_everyWay_isThatCustomersToken() {
        Ours ours = new Ours();

        assertThat(ours.byHandle().value()).isEqualTo(FIRST);
        inTurn(turn -> ours.byGrantId(turn).value());
        ours.close();
    }

    @Test
    void floor_everyWay_isThatCustomersToken() {
        Floor floor = new Floor();

        assertThat(floor.byHandle().value()).isEqualTo(FIRST);
        inTurn(turn -> floor.byGrantId(turn).value());
    }

    @Test
    void rivals_byHandle_giveTheToken() throws IOException {
        Aws aws = new Aws();

        assertThat(new Google().byHandle()).isEqualTo(Map.of("Authorization", List.of("Bearer " + FIRST)));
        assertThat(aws.byHandle()).isEqualTo(FIRST);
        assertThat(new Azure().byHandle().getToken()).isEqualTo(FIRST);
        aws.close();
    }

    @Test
    void springMemory_everyWay_isThatCustomersToken() {
        SpringMemory spring = new SpringMemory();

        assertThat(token(spring.byHandle())).isEqualTo(FIRST);
        inTurn(turn -> token(spring.byGrantId(turn)));
    }

    @Test
    void springJdbc_everyWay_isThatCustomersToken() {
        SpringJdbc spring = new SpringJdbc();

        assertThat(token(spring.byHandle())).isEqualTo(FIRST);
        inTurn(turn -> token(spring.byGrantId(turn)));
        spring.close();
    }

    @Test
    void requests_intercepted_carryWhatTheConstantHeadersAre() throws IOException {
        Requests requests = new Requests();

        try (Response bare = requests.bare()) {
            assertThat(bare.code()).isEqualTo(200);
            assertThat(requests.sent.header("Authorization")).isNull();
        }
        try (Response fixed = requests.constantHeaders()) {
            assertThat(fixed.code()).isEqualTo(200);
            assertThat(requests.sent.header("Authorization")).isEqualTo("Bearer " + FIRST);
        }
        Headers constant = requests.sent.headers();
        try (Response intercepted = requests.intercepted()) {
            assertThat(intercepted.code()).isEqualTo(200);
            assertThat(requests.sent.headers()).isEqualTo(constant);
        }
        requests.close();
    }

    private static String token(OAuth2AuthorizedClient client) {
        return client.getAccessToken().getTokenValue();
    }

    private static void inTurn(Function<Turn, String> subject) {
        Turn turn = new Turn();
        int before = turn.next();
        IntStream.range(1, 100).forEach(i -> {
            int customer = Customers.at((before + i) & (Customers.TURNS - 1));
            assertThat(subject.apply(turn)).isEqualTo(Customers.token(customer));
        });
    }
}
