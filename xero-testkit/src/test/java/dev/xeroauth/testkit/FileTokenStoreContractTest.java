package dev.xeroauth.testkit;

import dev.xeroauth.FileTokenStore;
import dev.xeroauth.spi.TokenStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileTokenStoreContractTest extends TokenStoreContract {

    @TempDir
    Path temp;

    private TokenStore store;

    @BeforeEach
    void open() {
        store = FileTokenStore.in(temp.resolve("tokens"));
    }

    @Override
    protected TokenStore store() {
        return store;
    }

    @Override
    protected TokenStore anotherStore() {
        return FileTokenStore.in(temp.resolve("tokens"));
    }

    @Override
    protected String server() {
        return "file";
    }
}
