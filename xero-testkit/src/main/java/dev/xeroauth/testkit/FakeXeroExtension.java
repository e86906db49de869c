package dev.xeroauth.testkit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh {@link FakeXero} for every test, closed after it. For one test at a time.
 *
 * <pre>{@code
 * @RegisterExtension
 * final FakeXeroExtension xero = new FakeXeroExtension(() -> FakeXero.builder().organisation("Bakery", 200).start());
 * }</pre>
 */
public final class FakeXeroExtension implements BeforeEachCallback, AfterEachCallback {

    private final Supplier<FakeXero> start;
    private @Nullable FakeXero running;

    /** One small organisation. */
    public FakeXeroExtension() {
        this(() -> FakeXero.builder().start());
    }

    /**
     * Whatever the test wants.
     *
     * @param start starts a fake, before every test
     */
    public FakeXeroExtension(Supplier<FakeXero> start) {
        this.start = start;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running = start.get();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /**
     * The fake of this test.
     *
     * @return it
     * @throws IllegalStateException outside a test
     */
    public FakeXero get() {
        if (running == null) {
            throw new IllegalStateException("There is a fake Xero only while a test runs: use @RegisterExtension");
        }
        return running;
    }
}
