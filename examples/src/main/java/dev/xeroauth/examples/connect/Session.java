package dev.xeroauth.examples.connect;

import dev.xeroauth.XeroAuth;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;

/**
 * The library, set up for one command.
 *
 * @param auth over the store that the user has named
 * @param xero which Xero it asks
 * @param store where grants are kept, for the user
 */
record Session(XeroAuth auth, Xero xero, String store) implements AutoCloseable {

    /** To ask Xero. */
    static Session asking(Host host, Settings settings) throws IOException {
        return over(
                new Shelf(host, settings), settings, Xero.of(host, settings, new Shelf(host, settings).directory()));
    }

    /** To read the store, for which no app is needed. */
    static Session reading(Host host, Settings settings) throws IOException {
        return over(new Shelf(host, settings), settings, Xero.unasked());
    }

    private static Session over(Shelf shelf, Settings settings, Xero xero) throws IOException {
        try {
            TokenStore store = shelf.store();
            XeroAuth auth = XeroAuth.builder()
                    .app(xero.app())
                    .tokenStore(store)
                    .encryption(shelf.keys())
                    .environment(settings.environment())
                    .endpoints(xero.endpoints())
                    .withoutKeeper()
                    .build();
            return new Session(auth, xero, store.description());
        } catch (IOException | RuntimeException e) {
            xero.end().run();
            throw e;
        }
    }

    @Override
    public void close() {
        auth.close();
        xero.end().run();
    }
}
