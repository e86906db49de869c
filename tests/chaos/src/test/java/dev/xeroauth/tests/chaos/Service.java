package dev.xeroauth.tests.chaos;

import dev.xeroauth.FastXeroAuth;
import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.testkit.Mood;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** One process of the service: a {@link XeroAuth} for each mood of Xero, over one pool. */
final class Service implements AutoCloseable {

    private final SharedStores stores;
    private final Map<Mood, XeroAuth> auths = new EnumMap<>(Mood.class);

    /** @param told of every event */
    Service(Surroundings at, BiConsumer<Mood, XeroEvent> told) {
        stores = SharedStores.at(at.store());
        at.xeros().forEach((mood, xero) -> auths.put(mood, auth(at.time(), mood, xero, told)));
    }

    private XeroAuth auth(FastTime time, Mood mood, Surroundings.Xero xero, BiConsumer<Mood, XeroEvent> told) {
        return FastXeroAuth.builder(time)
                .app(XeroApp.web(xero.clientId(), xero::clientSecret))
                .endpoints(XeroEndpoints.at(URI.create(xero.address())))
                .tokenStore(stores.part(Moods.part(mood)))
                .encryption(keys())
                .onEvent(event -> told.accept(mood, event))
                .build();
    }

    static KeyRing keys() {
        byte[] key = new byte[32];
        key[0] = 1;
        return KeyRing.of("chaos", key);
    }

    XeroAuth auth(Mood mood) {
        return auths.get(mood);
    }

    @Override
    public void close() {
        auths.values().forEach(XeroAuth::close);
        stores.close();
    }
}
