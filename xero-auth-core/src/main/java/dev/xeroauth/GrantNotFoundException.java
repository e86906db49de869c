package dev.xeroauth;

/** The store holds no grant of this name: the user has not consented yet, the application has ended it, or the id is wrong. */
public final class GrantNotFoundException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient GrantId grantId;

    /**
     * Says which grant is missing.
     *
     * @param grantId the grant that was asked for
     */
    public GrantNotFoundException(GrantId grantId) {
        super(
                "There is no grant '" + grantId + "' in the store. Begin a consent for it with consent().begin(...), or"
                        + " check the id and that every instance uses the same store",
                null);
        this.grantId = grantId;
    }

    /**
     * The grant that was asked for.
     *
     * @return its id
     */
    public GrantId grantId() {
        return grantId;
    }
}
