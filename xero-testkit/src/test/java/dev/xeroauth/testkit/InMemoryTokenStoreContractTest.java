package dev.xeroauth.testkit;

import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.spi.TokenStore;

class InMemoryTokenStoreContractTest extends TokenStoreContract {

    private final TokenStore store = new InMemoryTokenStore();

    @Override
    protected TokenStore store() {
        return store;
    }
}
