package dev.xeroauth;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a user is asked to permit. Immutable.
 *
 * <p>Xero fixes the scopes at consent: a refresh cannot widen them, only another consent can.
 */
public final class Scopes {

    private final Set<Scope> scopes;

    private Scopes(Set<Scope> scopes) {
        this.scopes = scopes;
    }

    /**
     * These scopes.
     *
     * @param scopes at least one besides {@link Scope#OFFLINE_ACCESS}, which has to be among them
     * @return the scopes
     * @throws IllegalArgumentException if {@code offline_access} is missing, or is all there is
     */
    public static Scopes of(Scope... scopes) {
        Set<Scope> all = Collections.unmodifiableSet(new TreeSet<>(List.of(scopes)));
        if (!all.contains(Scope.OFFLINE_ACCESS)) {
            throw new IllegalArgumentException(
                    "The scope offline_access is missing: without it Xero issues no refresh token, and the connection"
                            + " ends after 30 minutes. Add Scope.OFFLINE_ACCESS");
        }
        if (all.size() == 1) {
            throw new IllegalArgumentException(
                    "offline_access alone permits nothing: add what the application is to read or write");
        }
        return new Scopes(all);
    }

    /**
     * The scopes one by one.
     *
     * @return each once, in the order of their names
     */
    public Set<Scope> all() {
        return scopes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scopes that && scopes.equals(that.scopes);
    }

    @Override
    public int hashCode() {
        return scopes.hashCode();
    }

    /**
     * As they are sent: separated by spaces (RFC 6749, section 3.3).
     *
     * @return the names
     */
    @Override
    public String toString() {
        return scopes.stream().map(Scope::value).collect(Collectors.joining(" "));
    }
}
