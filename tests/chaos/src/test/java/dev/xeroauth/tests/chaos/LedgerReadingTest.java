package dev.xeroauth.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.testkit.Ledger.Presentation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerReadingTest {

    private static final int REFUSED = -1;

    @Test
    void of_onePresentationAfterTheOther_isRefreshesAlone() {
        LedgerReading read = LedgerReading.of(List.of(presented(0, 0, 1), presented(0, 1, 2), presented(1, 0, 1)));

        assertThat(read.refreshes()).isEqualTo(3);
        assertThat(read.ambiguous()).isZero();
        assertThat(read.salvaged()).isZero();
        assertThat(read.wasOvertaken(0)).isFalse();
    }

    @Test
    void of_tokenPresentedTwice_isAmbiguous() {
        LedgerReading read =
                LedgerReading.of(List.of(presented(0, 0, 1), presented(0, 0, 2), presented(0, 0, REFUSED)));

        assertThat(read.refreshes()).isEqualTo(2);
        assertThat(read.ambiguous()).isEqualTo(2);
    }

    @Test
    void of_olderTokenPutToUse_isSalvaged() {
        LedgerReading read = LedgerReading.of(List.of(presented(0, 0, 1), presented(0, 0, 2), presented(0, 1, 3)));

        assertThat(read.salvaged()).isEqualTo(1);
    }

    @Test
    void of_olderTokenRefused_isNotSalvaged() {
        LedgerReading read =
                LedgerReading.of(List.of(presented(0, 0, 1), presented(0, 0, 2), presented(0, 1, REFUSED)));

        assertThat(read.salvaged()).isZero();
    }

    @Test
    void of_tokenWithAnEffectAfterItsSuccessor_wasOvertaken() {
        LedgerReading read = LedgerReading.of(List.of(
                presented(0, 0, 1),
                presented(0, 1, 2),
                presented(0, 0, 3),
                presented(1, 0, 1),
                presented(1, 1, 2),
                presented(1, 0, REFUSED)));

        assertThat(read.wasOvertaken(0)).isTrue();
        assertThat(read.wasOvertaken(1)).isFalse();
    }

    @Test
    void of_successAfterTheLateOne_wasNotOvertakenToItsHarm() {
        LedgerReading read = LedgerReading.of(List.of(
                presented(0, 0, 1),
                presented(0, 1, 2),
                presented(0, 0, 3),
                presented(0, 3, 4),
                presented(0, 4, REFUSED)));

        assertThat(read.wasOvertaken(0)).isFalse();
    }

    private static Presentation presented(int consent, int token, int issued) {
        return new Presentation(Instant.EPOCH, consent, token, issued);
    }
}
