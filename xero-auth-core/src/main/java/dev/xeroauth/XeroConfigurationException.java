package dev.xeroauth;

/** Something is missing or contradictory in how the library was set up. The developer mends it. */
public final class XeroConfigurationException extends XeroException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message everything that is missing, in one message
     */
    public XeroConfigurationException(String message) {
        super(message, null);
    }
}
