package dev.xeroauth.testkit.internal.http;

import java.util.Map;

/** What a scope lets an app do, as a person would say it. */
final class ScopeWords {

    private static final String READ = ".read";
    private static final Map<String, String> WHOLE = Map.of(
            "openid", "Know that it is you",
            "profile", "See your name",
            "email", "See your email address",
            "offline_access", "Go on while you are away");
    private static final Map<String, String> PARTS = Map.of(
            "accounting.transactions", "invoices, payments and bank transactions",
            "accounting.invoices", "invoices, bills, credit notes and quotes",
            "accounting.payments", "payments",
            "accounting.banktransactions", "bank transactions and transfers",
            "accounting.contacts", "contacts",
            "accounting.settings", "the organisation's settings",
            "accounting.attachments", "attached files",
            "accounting.manualjournals", "manual journals",
            "accounting.reports", "reports");

    private ScopeWords() {}

    static String of(String scope) {
        boolean reading = scope.endsWith(READ);
        String part = PARTS.get(reading ? scope.substring(0, scope.length() - READ.length()) : scope);
        if (part != null) {
            return (reading ? "Read " : "Read and change ") + part;
        }
        return WHOLE.getOrDefault(scope, "Use the scope");
    }
}
