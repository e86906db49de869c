package dev.xeroauth.tests;

/** An instance of the service with any version of the library. */
public interface Instance extends AutoCloseable {

    /** The value of an access token. */
    String accessToken(String grantId);

    /** What the keeper could not help, one round. */
    String keep();

    @Override
    void close();
}
