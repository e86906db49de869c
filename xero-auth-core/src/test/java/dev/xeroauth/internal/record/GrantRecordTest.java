package dev.xeroauth.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantRecordTest {

    private static final Lease LEASE = new Lease("nonce", Records.NOW.plusSeconds(30));

    @Test
    void leased_neverPresented_isStampedAndCounted() {
        GrantRecord leased = Records.first().leased(LEASE, Records.NOW);

        assertThat(leased.current().firstPresentedAt()).contains(Records.NOW);
        assertThat(leased.current().presentations()).isEqualTo(1);
        assertThat(leased.isLeasedBy("nonce")).isTrue();
        assertThat(leased.isLeasedBy("other")).isFalse();
    }

    @Test
    void leased_presentedBefore_keepsTheFirstStamp() {
        GrantRecord twice = Records.first()
                .leased(LEASE, Records.NOW)
                .failed("timeout", Records.NOW)
                .leased(LEASE, Records.NOW.plusSeconds(60));

        assertThat(twice.current().firstPresentedAt()).contains(Records.NOW);
        assertThat(twice.current().presentations()).isEqualTo(2);
    }

    @Test
    void issued_newRefreshToken_keepsThePresentedOneAsPrevious() {
        GrantRecord issued =
                Records.first().leased(LEASE, Records.NOW).issued(Records.access("AT-2"), Optional.of("RT-2"));

        assertThat(Map.of("current", issued.current().token(), "previous", previous(issued)))
                .containsOnly(entry("current", "RT-2"), entry("previous", "RT-1"));
        assertThat(issued.current().firstPresentedAt()).isEmpty();
        assertThat(issued.previous().orElseThrow().firstPresentedAt()).contains(Records.NOW);
        assertThat(issued.lease()).isEmpty();
        assertThat(issued.tokenSerial()).isEqualTo(2);
        assertThat(issued.serial()).isEqualTo(3);
    }

    @Test
    void issued_noRefreshTokenOrTheSame_keepsItAsIfNew() {
        GrantRecord leased = Records.first().leased(LEASE, Records.NOW);

        for (Optional<String> token : java.util.List.of(Optional.<String>empty(), Optional.of("RT-1"))) {
            GrantRecord issued = leased.issued(Records.access("AT-2"), token);

            assertThat(issued.current()).isEqualTo(RefreshCandidate.ofConsent("RT-1"));
            assertThat(issued.previous()).isEmpty();
            assertThat(issued.access().token()).isEqualTo("AT-2");
        }
    }

    @Test
    void notPresented_onlyPresentation_takesTheStampBack() {
        GrantRecord undone =
                Records.first().leased(LEASE, Records.NOW).notPresented("no address", Records.NOW.plusSeconds(1));

        assertThat(undone.current()).isEqualTo(RefreshCandidate.ofConsent("RT-1"));
        assertThat(undone.lease()).isEmpty();
        assertThat(undone.setback().failures()).isEqualTo(1);
    }

    @Test
    void notPresented_afterAnUnansweredOne_keepsThatOnesStamp() {
        GrantRecord undone = Records.first()
                .leased(LEASE, Records.NOW)
                .failed("timeout", Records.NOW)
                .leased(LEASE, Records.NOW.plusSeconds(60))
                .notPresented("no address", Records.NOW.plusSeconds(61));

        assertThat(undone.current().firstPresentedAt()).contains(Records.NOW);
        assertThat(undone.current().presentations()).isEqualTo(1);
    }

    @Test
    void usableUntil_halfAnHour_isAMinuteBeforeItsEnd() {
        assertThat(Records.access("AT-1").usableUntil()).isEqualTo(Records.NOW.plus(Duration.ofMinutes(29)));
    }

    @Test
    void usableUntil_halfAMinute_leavesThreeQuarters() {
        IssuedAccess brief = new IssuedAccess("AT-1", Records.NOW, Duration.ofSeconds(40), Instant.MAX);

        assertThat(brief.usableUntil()).isEqualTo(Records.NOW.plusSeconds(30));
    }

    private static String previous(GrantRecord record) {
        return record.previous().orElseThrow().token();
    }
}
