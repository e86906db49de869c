package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.FailingTokenStore.Moment;
import org.junit.jupiter.api.Test;

class FailingTokenStoreTest {

    private final TokenStore real = new InMemoryTokenStore();
    private final StoredGrant grant = new Samples().grant("customer-1");

    @Test
    void replace_notDone_throwsAndWritesNothing() {
        TokenStore failing = FailingTokenStore.at(1, Moment.NOT_DONE, real);

        assertThatThrownBy(() -> failing.replace(grant, Revision.NONE)).hasMessageContaining("call 1");

        assertThat(real.find(grant.id())).isEmpty();
        assertThat(failing.replace(grant, Revision.NONE)).isTrue();
    }

    @Test
    void replace_answerLost_throwsAndHasWritten() {
        TokenStore failing = FailingTokenStore.at(1, Moment.ANSWER_LOST, real);

        assertThat(failing.find(grant.id())).isEmpty();
        assertThatThrownBy(() -> failing.replace(grant, Revision.NONE)).hasMessageContaining("call 1");

        assertThat(failing.find(grant.id())).contains(grant);
        assertThat(failing.delete(grant.id(), grant.revision())).isTrue();
    }

    @Test
    void calls_overTwoConnections_areCountedTogether() {
        FailingTokenStore here = FailingTokenStore.at(3, Moment.NOT_DONE, real);
        FailingTokenStore there = here.over(real);

        here.find(grant.id());
        there.list(null, 1);

        assertThatThrownBy(() -> there.find(GrantId.of("customer-2"))).hasMessageContaining("call 3");
        here.find(grant.id());
        assertThat(there.calls()).isEqualTo(4);
    }

    @Test
    void at_noSuchCall_isRefused() {
        assertThatThrownBy(() -> FailingTokenStore.at(0, Moment.NOT_DONE, real))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
