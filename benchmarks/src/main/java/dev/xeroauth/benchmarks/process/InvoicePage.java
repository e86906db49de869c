package dev.xeroauth.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page of invoices of three lines each, every second one paid, as Xero writes them. The same for the same size. */
final class InvoicePage {

    private static final int LINES = 3;
    private static final long FIRST_DAY = 1_735_689_600_000L;
    private static final long DAY = 86_400_000L;

    private final Random random = new Random(42);

    private InvoicePage() {}

    static byte[] of(int invoices) {
        InvoicePage page = new InvoicePage();
        return IntStream.range(0, invoices)
                .mapToObj(page::invoice)
                .collect(Collectors.joining(
                        ",",
                        "{\"pagination\":{\"page\":1,\"pageSize\":" + invoices
                                + ",\"pageCount\":100000,\"itemCount\":100000000},\"Invoices\":[",
                        "]}"))
                .getBytes(UTF_8);
    }

    private String invoice(int number) {
        int cents = 1000 + random.nextInt(1_000_000);
        String payments = number % 2 == 0 ? "" : payment(cents);
        return "{\"Type\":\"ACCREC\",\"InvoiceID\":" + id() + ",\"InvoiceNumber\":\"INV-" + number
                + "\",\"Reference\":\"PO " + random.nextInt(100_000) + "\",\"Payments\":[" + payments
                + "],\"AmountDue\":0.00,\"AmountPaid\":" + money(cents * 3) + ",\"AmountCredited\":0.00"
                + ",\"CurrencyRate\":1.000000,\"IsDiscounted\":false,\"HasAttachments\":false,\"HasErrors\":false"
                + ",\"Contact\":{\"ContactID\":" + id() + ",\"Name\":\"Customer " + random.nextInt(5000) + " Ltd\"}"
                + date("Date", number) + date("DueDate", number + 30) + ",\"BrandingThemeID\":" + id()
                + ",\"Status\":\"PAID\",\"LineAmountTypes\":\"Exclusive\",\"LineItems\":["
                + IntStream.range(0, LINES).mapToObj(line -> line(cents)).collect(Collectors.joining(","))
                + "],\"SubTotal\":" + money(cents * 3) + ",\"TotalTax\":0.00,\"Total\":" + money(cents * 3)
                + ",\"UpdatedDateUTC\":\"/Date(" + (FIRST_DAY + number * DAY + 12_345) + "+0000)/\""
                + ",\"CurrencyCode\":\"NZD\"}";
    }

    private String line(int cents) {
        return "{\"Description\":\"Work of week " + random.nextInt(52) + ", as agreed\",\"UnitAmount\":" + money(cents)
                + ",\"TaxType\":\"OUTPUT2\",\"TaxAmount\":0.00,\"LineAmount\":" + money(cents)
                + ",\"AccountCode\":\"200\",\"Quantity\":1.0000,\"LineItemID\":" + id() + "}";
    }

    private String payment(int cents) {
        return "{\"PaymentID\":" + id() + ",\"Date\":\"/Date(" + FIRST_DAY + "+0000)/\",\"Amount\":" + money(cents * 3)
                + ",\"CurrencyRate\":1.000000,\"HasAccount\":false}";
    }

    /** Xero sends each date twice. */
    private static String date(String name, int day) {
        long millis = FIRST_DAY + day % 365 * DAY;
        return ",\"" + name + "String\":\""
                + Instant.ofEpochMilli(millis).toString().replace("Z", "") + "\",\"" + name + "\":\"/Date("
                + millis + "+0000)/\"";
    }

    private String id() {
        return "\"" + new UUID(random.nextLong(), random.nextLong()) + "\"";
    }

    private static String money(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
