package dev.xeroauth;

import java.util.Optional;

/**
 * What a consent may be given besides its scopes. Immutable; travels sealed along with the request, so that it counts in
 * whichever process the consent is completed.
 *
 * @param acrValues what is sent as {@code acr_values}, if anything
 * @param refusesAnotherUser whether another Xero user than before is refused
 */
public record ConsentOptions(Optional<String> acrValues, boolean refusesAnotherUser) {

    private static final ConsentOptions NONE = new ConsentOptions(Optional.empty(), false);

    /**
     * Nothing special.
     *
     * @return no options
     */
    public static ConsentOptions none() {
        return NONE;
    }

    /**
     * Sends {@code acr_values} along (OpenID Connect Core 1.0, section 3.1.2.1), with which some of Xero's programmes preselect
     * what the user is shown.
     *
     * @param values as Xero names them for the app, separated by spaces
     * @return these options with them
     * @throws IllegalArgumentException if they are blank
     */
    public ConsentOptions acrValues(String values) {
        if (values.isBlank()) {
            throw new IllegalArgumentException("The acr_values are blank: leave them out");
        }
        return new ConsentOptions(Optional.of(values), refusesAnotherUser);
    }

    /**
     * Refuses a consent over an existing grant by another Xero user than the one who consented before: {@link
     * ConsentFlow#complete} then fails with {@link ConsentException.Reason#ANOTHER_USER}, and the grant stays as it is. Where
     * Xero names no user, none is refused.
     *
     * @return these options with that
     */
    public ConsentOptions refuseAnotherUser() {
        return new ConsentOptions(acrValues, true);
    }
}
