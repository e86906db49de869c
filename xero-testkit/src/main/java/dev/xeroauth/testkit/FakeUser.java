package dev.xeroauth.testkit;

import java.util.UUID;

/**
 * Somebody who signs in at a {@link FakeXero} and connects organisations to apps. Made by the builder of the fake.
 *
 * @param id Xero's id of the user, the claim {@code xero_userid} of tokens
 * @param email what the user signs in with
 * @param givenName the first name
 * @param familyName the last name
 */
public record FakeUser(UUID id, String email, String givenName, String familyName) {

    @Override
    public String toString() {
        return "FakeUser[" + id + "]";
    }
}
