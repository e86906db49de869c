package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CallbackTest {

    @Test
    void of_codeAndState_areDecoded() {
        Callback callback =
                Callback.of(URI.create("https://app.example/cb?code=a%2Bb%20c&state=x-y_z&session_state=q"));

        assertThat(callback.code()).contains("a+b c");
        assertThat(callback.state()).contains("x-y_z");
        assertThat(callback.error()).isEmpty();
    }

    @Test
    void of_relativeAddress_isReadAsWell() {
        assertThat(Callback.of(URI.create("/cb?error=access_denied&state=s")).error())
                .contains("access_denied");
    }

    @Test
    void of_noOrEmptyQuery_holdsNothing() {
        assertThat(Callback.of(URI.create("https://app.example/cb")).code()).isEmpty();
        assertThat(Callback.of(URI.create("https://app.example/cb?code=&state")).code())
                .isEmpty();
    }

    @Test
    void toString_always_showsNoCode() {
        assertThat(Callback.of(URI.create("https://app.example/cb?code=secret&state=hidden"))
                        .toString())
                .doesNotContain("secret", "hidden");
    }
}
