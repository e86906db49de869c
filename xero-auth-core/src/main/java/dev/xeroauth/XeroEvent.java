package dev.xeroauth;

/**
 * Something in the life of a grant, told to the listener given to the builder. It is raised by the process whose write
 * made the change, so at most once over all instances. No event holds a secret.
 *
 * <p>New kinds of event are added over time: a listener leaves alone what it does not know.
 */
public interface XeroEvent {

    /**
     * The grant that it is about.
     *
     * @return its id
     */
    GrantId grantId();
}
