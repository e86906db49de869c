package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.spi.RefreshOutcome;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The text form of whatever a flight knows, is told or asks for shows no token. */
class SecretsTest {

    private static final String CANARY = "canary";

    private final Set<String> shown = new TreeSet<>();
    private final Set<String> stages = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    @Test
    void toString_everyStepOfEveryKindOfFlight_showsNoToken() {
        List<OneFlight> flights =
                List.of(saved(), salvaged(), unsaved(), released(), disconnected(), refusedByTheApi(), mended());

        flights.stream().map(OneFlight::history).flatMap(List::stream).forEach(this::look);

        assertThat(known).contains("Rcanary0", "Acanary0", "Rcanary1", "Acanary1", "Rcanary2", "Acanary2");
        assertThat(stages)
                .containsExactlyInAnyOrder("Looking", "Leasing", "Asking", "Saving", "Releasing", "Judging", "Mending");
        assertThat(shown).isEmpty();
    }

    private static OneFlight saved() {
        return begun().answers(Grants.issued(CANARY + 1)).goes();
    }

    private static OneFlight salvaged() {
        OneFlight flight = begun().answers(Grants.issued(CANARY + 1));
        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60))).goes();
        RefreshCandidate spare = flight.record().spares().get(0);
        return flight.passes(Duration.ofMinutes(5))
                .stores(was -> Grants.withSpares(was, spare))
                .begins(Need.ANY)
                .goes()
                .answers(Grants.issued(CANARY + 2))
                .goes();
    }

    private static OneFlight unsaved() {
        OneFlight flight = begun().answers(Grants.issued(CANARY + 1));
        flight.storeFails().storeFails().storeFails();
        return flight.resumes(flight.ending(Ending.Unsaved.class).flight()).goes();
    }

    private static OneFlight released() {
        OneFlight flight = begun();
        for (RefreshOutcome outcome :
                List.of(Grants.AMBIGUOUS, Grants.NOT_SENT, Grants.THROTTLED, Grants.APP_REJECTED)) {
            flight.answers(outcome)
                    .goes()
                    .passes(Duration.ofMinutes(6))
                    .begins(Need.ANY)
                    .goes();
        }
        return flight;
    }

    private static OneFlight disconnected() {
        OneFlight flight = begun().answers(Grants.REFUSED).goes();
        flight.passes(Duration.ofMinutes(6)).begins(Need.ANY).goes();
        return flight.answers(Grants.REFUSED).goes();
    }

    private static OneFlight refusedByTheApi() {
        OneFlight flight = saved().begins(Need.ANY).goes();
        return flight.begins(Need.another("A" + CANARY + 1, true)).goes();
    }

    private static OneFlight mended() {
        OneFlight flight = begun();
        OpenGrant before = flight.grant();
        flight.answers(Grants.issued(CANARY + 1)).goes();
        return flight.storeGoesBack(before).begins(Need.ANY).goes();
    }

    private static OneFlight begun() {
        return OneFlight.over(Grants.consented("generation-1", CANARY + 0)).goes();
    }

    private void look(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::look);
        } else if (value instanceof Collection<?> many) {
            many.forEach(this::look);
        } else if (value instanceof String text && text.contains(CANARY)) {
            known.add(text);
        } else if (value instanceof Record record) {
            lookInto(record);
        }
    }

    private void lookInto(Record record) {
        if (record instanceof Stage) {
            stages.add(record.getClass().getSimpleName());
        }
        if (record.toString().contains(CANARY)) {
            shown.add(record.getClass().getName());
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                look(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("A record can be read", e);
            }
        }
    }
}
