package dev.xeroauth;

import java.util.Optional;
import java.util.UUID;

/**
 * Who consented, as a verified ID token says. All but {@link #id()} and {@link #subject()} is a person's data, which the
 * library neither stores nor logs; its text form has the id alone.
 *
 * @param id the user at Xero, the same for every app: what to know a user by
 * @param subject the user as the issuer names it, claim {@code sub}
 * @param email the address; there if {@link Scope#EMAIL} was asked for
 * @param givenName the first name; there if {@link Scope#PROFILE} was asked for
 * @param familyName the last name; there if {@link Scope#PROFILE} was asked for
 * @param name the whole name; there if {@link Scope#PROFILE} was asked for
 */
public record XeroUser(
        UUID id,
        String subject,
        Optional<String> email,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> name) {

    @Override
    public String toString() {
        return "XeroUser[id=" + id + "]";
    }
}
