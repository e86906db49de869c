package dev.xeroauth.accounting.walk;

import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.accounting.InvoicesClient;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.Invoice;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A process that walks over all invoices of a server, one after the other, and prints what it took. */
final class InvoiceWalk {

    private static final BigDecimal TOTAL = new BigDecimal("460.00");

    private InvoiceWalk() {}

    /** The port of the server and the number of invoices that it has. */
    public static void main(String[] arguments) {
        URI xero = URI.create("http://localhost:" + arguments[0]);
        long expected = Long.parseLong(arguments[1]);
        long start = System.nanoTime();
        try (XeroClient client = XeroClient.builder()
                .app(XeroApp.customConnection("client", () -> "s3cret"))
                .endpoints(XeroEndpoints.at(xero))
                .build()) {
            walk(client.organisation().invoices(), expected);
        }
        System.out.printf(
                Locale.ROOT,
                "walk: invoices=%d heap=%s pages=%d peak-used=%dm time=%.1fs%n",
                expected,
                heap(),
                expected / InvoicePages.PAGE_SIZE,
                peakUsed() >> 20,
                (System.nanoTime() - start) / 1e9);
    }

    private static void walk(InvoicesClient invoices, long expected) {
        long seen = 0;
        for (Invoice invoice : invoices.list()) {
            check(invoice, seen);
            seen++;
        }
        if (seen != expected) {
            throw new IllegalStateException(seen + " invoices instead of " + expected);
        }
    }

    private static void check(Invoice invoice, long number) {
        if (!invoice.invoiceNumber().equals(Optional.of("INV-" + padded(number)))
                || invoice.lineItems().size() != InvoicePages.LINES
                || !invoice.total().equals(Optional.of(TOTAL))) {
            throw new IllegalStateException("Invoice " + number + " is not as it was sent: " + invoice.invoiceNumber());
        }
    }

    private static String padded(long number) {
        String digits = Long.toString(number);
        return "0".repeat(12 - digits.length()) + digits;
    }

    /** As the command line has it. */
    private static String heap() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Xmx"))
                .map(argument -> argument.substring(4))
                .findFirst()
                .orElse("default");
    }

    /** The peaks of the parts of the heap together, each at its own time. */
    private static long peakUsed() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
