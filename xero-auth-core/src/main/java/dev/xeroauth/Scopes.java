package dev.xeroauth;

import java.util.Collection;
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

    private static final Set<Scope> OF_THE_APP = Set.of(Scope.APP_CONNECTIONS, Scope.MARKETPLACE_BILLING);

    private final Set<Scope> scopes;

    private Scopes(Set<Scope> scopes) {
        this.scopes = scopes;
    }

    /**
     * These scopes.
     *
     * @param scopes at least one besides {@link Scope#OFFLINE_ACCESS}, which has to be among them
     * @return the scopes
     * @throws IllegalArgumentException if {@code offline_access} is missing, or is all there is, or if no user can be asked
     *     for one of them
     */
    public static Scopes of(Scope... scopes) {
        return of(List.of(scopes));
    }

    private static Scopes of(Collection<Scope> scopes) {
        Set<Scope> all = Collections.unmodifiableSet(new TreeSet<>(scopes));
        OF_THE_APP.stream().filter(all::contains).findAny().ifPresent(Scopes::refuse);
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

    /** Xero would show the user a page of its own, and the application would never hear of it. */
    private static void refuse(Scope ofTheApp) {
        throw new IllegalArgumentException("No user can consent to " + ofTheApp
                + ": it is the app's own, and issued for client credentials alone, without a consent. Leave it out");
    }

    /**
     * What reading invoices takes, and credit notes, quotes and orders with them; the contact's id and name come along.
     *
     * @return {@link Scope#ACCOUNTING_INVOICES_READ} and {@link Scope#OFFLINE_ACCESS}
     */
    public static Scopes readInvoices() {
        return of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);
    }

    /**
     * What reading and writing invoices takes, for contacts that are there. To make contacts too, add
     * {@link Scope#ACCOUNTING_CONTACTS}.
     *
     * @return {@link Scope#ACCOUNTING_INVOICES} and {@link Scope#OFFLINE_ACCESS}
     */
    public static Scopes writeInvoices() {
        return of(Scope.ACCOUNTING_INVOICES, Scope.OFFLINE_ACCESS);
    }

    /**
     * What reading bank transactions and transfers takes.
     *
     * @return {@link Scope#ACCOUNTING_BANKTRANSACTIONS_READ} and {@link Scope#OFFLINE_ACCESS}
     */
    public static Scopes readBankTransactions() {
        return of(Scope.ACCOUNTING_BANKTRANSACTIONS_READ, Scope.OFFLINE_ACCESS);
    }

    /**
     * What reading and writing bank transactions and transfers takes. To list the accounts too, add
     * {@link Scope#ACCOUNTING_SETTINGS_READ}.
     *
     * @return {@link Scope#ACCOUNTING_BANKTRANSACTIONS} and {@link Scope#OFFLINE_ACCESS}
     */
    public static Scopes writeBankTransactions() {
        return of(Scope.ACCOUNTING_BANKTRANSACTIONS, Scope.OFFLINE_ACCESS);
    }

    /**
     * These and more: {@code readInvoices().and(OPENID, EMAIL)}.
     *
     * @param more what to add
     * @return all of them
     * @throws IllegalArgumentException if no user can be asked for one of them
     */
    public Scopes and(Scope... more) {
        Set<Scope> all = new TreeSet<>(scopes);
        Collections.addAll(all, more);
        return of(all);
    }

    /**
     * These and those: {@code readInvoices().and(readBankTransactions())}.
     *
     * @param more what to add
     * @return all of them
     */
    public Scopes and(Scopes more) {
        Set<Scope> all = new TreeSet<>(scopes);
        all.addAll(more.scopes);
        return of(all);
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
