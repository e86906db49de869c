package dev.xeroauth.tests;

import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.spi.TimeSource;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Starts an instance with the version of the library that its own class loader has. The settings: {@code store}, a data source;
 * {@code xero}, its address; {@code clientId}, {@code secret}; {@code keys}, ids, the sealing one first; {@code now} and {@code
 * nanos}.
 */
public final class InstanceStarter implements Function<Map<String, Object>, Instance> {

    /** For the test, by reflection. */
    public InstanceStarter() {}

    @Override
    public Instance apply(Map<String, Object> settings) {
        XeroAuth auth = XeroAuth.builder()
                .app(XeroApp.web((String) settings.get("clientId"), () -> (String) settings.get("secret")))
                .tokenStore(JdbcTokenStore.of((DataSource) settings.get("store")))
                .encryption(ring((List<?>) settings.get("keys")))
                .endpoints(XeroEndpoints.at((URI) settings.get("xero")))
                .time(time(settings))
                .withoutKeeper()
                .build();
        return new Instance() {
            @Override
            public String accessToken(String grantId) {
                return auth.accessToken(GrantId.of(grantId)).value();
            }

            @Override
            public String keep() {
                return auth.keeper().runOnce().problem().orElse("");
            }

            @Override
            public void close() {
                auth.close();
            }
        };
    }

    private static KeyRing ring(List<?> ids) {
        String sealing = (String) ids.get(0);
        KeyRing ring = KeyRing.of(sealing, Keys.bytes(sealing));
        for (Object each : ids.subList(1, ids.size())) {
            String opening = (String) each;
            ring = ring.alsoOpening(opening, Keys.bytes(opening));
        }
        return ring;
    }

    private static TimeSource time(Map<String, Object> settings) {
        Supplier<?> now = (Supplier<?>) settings.get("now");
        LongSupplier nanos = (LongSupplier) settings.get("nanos");
        return new TimeSource() {
            @Override
            public Instant now() {
                return (Instant) now.get();
            }

            @Override
            public long nanoTime() {
                return nanos.getAsLong();
            }
        };
    }
}
