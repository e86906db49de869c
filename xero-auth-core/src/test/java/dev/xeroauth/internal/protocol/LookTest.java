package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flight that only looks. */
class LookTest {

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "SUSPECT", "DISCONNECTED"})
    void begins_whateverStands_isTaken(GrantStatus status) {
        OneFlight flight = OneFlight.over(status, Grants.fresh());

        flight.begins(Need.look("A0")).goes();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
    }

    @Test
    void begins_leasedByAnother_doesNotWait() {
        OneFlight flight = OneFlight.over(Grants.leasedByAnother(Grants.fresh(), NOW.plusSeconds(9)));

        flight.begins(Need.look("A0")).goes();

        flight.ending(Ending.Adopted.class);
    }

    @Test
    void begins_ended_isMissing() {
        OneFlight.over(GrantStatus.ENDED, Grants.fresh())
                .begins(Need.look("A0"))
                .goes()
                .ending(Ending.Missing.class);
    }

    @Test
    void begins_noRecord_isMissing() {
        OneFlight.overNothing().begins(Need.look("A0")).goes().ending(Ending.Missing.class);
    }
}
