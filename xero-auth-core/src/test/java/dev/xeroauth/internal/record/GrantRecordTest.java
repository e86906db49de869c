package dev.xeroauth.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrantRecordTest {

    private static final Lease LEASE = new Lease("nonce", Records.NOW.plusSeconds(30));

    @Test
    void isLeasedBy_nonce_tellsOneLeaseFromAnother() {
        GrantRecord leased = Records.first().edit().lease(LEASE).done();

        assertThat(leased.isLeasedBy("nonce")).isTrue();
        assertThat(leased.isLeasedBy("other")).isFalse();
        assertThat(Records.first().isLeasedBy("nonce")).isFalse();
    }

    @Test
    void presented_again_keepsTheFirstStampAndCounts() {
        Instant later = Records.NOW.plusSeconds(60);
        RefreshCandidate twice =
                RefreshCandidate.ofConsent("RT-1").presented(Records.NOW).presented(later);

        assertThat(twice.firstPresentedAt()).contains(Records.NOW);
        assertThat(twice.lastPresentedAt()).contains(later);
        assertThat(twice.presentations()).isEqualTo(2);
    }

    @Test
    void candidate_eachPlace_isFoundAndChangedInPlace() {
        RefreshCandidate first = RefreshCandidate.ofConsent("RT-1");
        GrantRecord record = Records.first()
                .edit()
                .current(first.successor("RT-2"))
                .previous(first)
                .spares(List.of(first.successor("RT-3")))
                .done();

        for (String token : List.of("RT-1", "RT-2", "RT-3")) {
            RefreshCandidate presented = record.candidate(token).orElseThrow().presented(Records.NOW);
            GrantRecord changed = record.edit().candidate(presented).done();

            assertThat(changed.candidate(token)).contains(presented);
            assertThat(Stream.of("RT-1", "RT-2", "RT-3").filter(other -> !other.equals(token)))
                    .allMatch(other -> changed.candidate(other).equals(record.candidate(other)));
        }
        assertThat(record.candidate("RT-9")).isEmpty();
    }

    @Test
    void done_serials_countWritesAndTokens() {
        GrantRecord written = Records.first().edit().done();
        GrantRecord saved = written.edit().access(Records.access("AT-2")).done();

        assertThat(written.serial()).isEqualTo(2);
        assertThat(written.tokenSerial()).isEqualTo(1);
        assertThat(saved.serial()).isEqualTo(3);
        assertThat(saved.tokenSerial()).isEqualTo(2);
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
}
