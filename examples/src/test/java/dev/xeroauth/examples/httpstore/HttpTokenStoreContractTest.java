package dev.xeroauth.examples.httpstore;

import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/** Two clients of one server are two instances of a service. */
class HttpTokenStoreContractTest extends TokenStoreContract {

    private static final String SECRET = "only-the-instances-know-this-one!";

    private final TokenStoreServer server = new TokenStoreServer(
            new InMemoryTokenStore(), SECRET, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final TokenStore here = client();
    private final TokenStore there = client();

    HttpTokenStoreContractTest() throws IOException {}

    private TokenStore client() {
        return new HttpTokenStore(URI.create("http://localhost:" + server.port()), SECRET);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected TokenStore store() {
        return here;
    }

    @Override
    protected TokenStore anotherStore() {
        return there;
    }

    @Override
    protected String server() {
        return "TokenStoreServer";
    }
}
