package dev.xeroauth.internal.engine;

import dev.xeroauth.XeroEvent;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application's listener, which can do no harm by throwing. */
public final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger("dev.xeroauth");

    private final Consumer<XeroEvent> listener;

    /** @param listener the application's */
    public Announcer(Consumer<XeroEvent> listener) {
        this.listener = listener;
    }

    /** Writes the event to the debug log and hands it on. */
    public void tell(XeroEvent event) {
        LOG.debug("{}", event);
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("The listener for events failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    /** Writes a mishap without consequences to the debug log. */
    void note(String what, RuntimeException e) {
        LOG.debug(what, e);
    }
}
