package dev.xeroauth.benchmarks.pages;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a page of invoices as Xero sends it, always the same one. */
final class PageMaker {

    private static final long SEED = 20_261_122;
    private static final String[] THINGS = {"Consulting", "Paint, 10 l", "Hosting for a month", "Travel", "Delivery"};

    private final Random random = new Random(SEED);
    private final ContactMaker contacts = new ContactMaker(random);
    private final UUID[] trackings = {id(), id(), id(), id()};

    /** The page's JSON in UTF-8. */
    static byte[] page(int invoices) {
        PageMaker maker = new PageMaker();
        String list = maker.list(invoices, maker::invoice);
        String page = "{\"Id\":\"" + maker.id() + "\",\"Status\":\"OK\",\"ProviderName\":\"Pages\","
                + "\"DateTimeUTC\":\"/Date(1763769600000)/\",\"pagination\":{\"page\":1,\"pageSize\":" + invoices
                + ",\"pageCount\":9,\"itemCount\":" + invoices * 9 + "},\"Invoices\":" + list + "}";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private String invoice(int number) {
        int paid = random.nextInt(3);
        BigDecimal total = amount();
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        StringJoiner json = new StringJoiner(",", "{", "}");
        json.add("\"Type\":\"ACCREC\",\"InvoiceID\":\"" + id() + "\",\"InvoiceNumber\":\"INV-" + (10_000 + number)
                + "\"");
        json.add("\"Reference\":\"Order " + random.nextInt(100_000) + "\",\"Payments\":" + list(paid, this::payment));
        json.add("\"CreditNotes\":[],\"Prepayments\":[],\"Overpayments\":[],\"AmountDue\":" + total + ",\"AmountPaid\":"
                + (paid == 0 ? "0.00" : amount()) + ",\"AmountCredited\":0.00");
        json.add("\"SentToContact\":true,\"CurrencyRate\":1.0000000000,\"IsDiscounted\":false,\"HasAttachments\":false,"
                + "\"InvoiceAddresses\":[],\"HasErrors\":false,\"InvoicePaymentServices\":[]");
        json.add("\"Contact\":" + contacts.contact());
        json.add(twice("Date", date)).add(twice("DueDate", date.plusDays(14)));
        json.add("\"BrandingThemeID\":\"" + trackings[0] + "\",\"Status\":\"" + (paid == 2 ? "PAID" : "AUTHORISED")
                + "\",\"LineAmountTypes\":\"Exclusive\",\"LineItems\":" + list(2 + random.nextInt(3), this::line));
        json.add("\"SubTotal\":" + amount() + ",\"TotalTax\":" + amount() + ",\"Total\":" + total);
        json.add("\"UpdatedDateUTC\":" + moment() + ",\"CurrencyCode\":\"NZD\"");
        if (paid == 2) {
            json.add("\"FullyPaidOnDate\":" + microsoft(date.plusDays(9)));
        }
        return json.toString();
    }

    private String line(int number) {
        return "{\"Item\":{\"ItemID\":\"" + trackings[number % 3] + "\",\"Name\":\"" + THINGS[number % 5]
                + "\",\"Code\":\"C-" + number + "\"},\"ItemCode\":\"C-" + number + "\",\"Description\":\""
                + THINGS[random.nextInt(THINGS.length)] + " for project " + random.nextInt(400)
                + "\",\"UnitAmount\":" + amount() + ",\"TaxType\":\"OUTPUT2\",\"TaxAmount\":" + amount()
                + ",\"LineAmount\":" + amount() + ",\"AccountCode\":\"" + (200 + random.nextInt(9))
                + "\",\"Tracking\":[{\"Name\":\"Region\",\"Option\":\"North\",\"TrackingCategoryID\":\"" + trackings[1]
                + "\",\"TrackingOptionID\":\"" + trackings[random.nextInt(4)] + "\"}],\"Quantity\":"
                + (1 + random.nextInt(20)) + ".0000,\"LineItemID\":\"" + id() + "\",\"AccountID\":\"" + trackings[3]
                + "\"}";
    }

    private String payment(int number) {
        LocalDate date = LocalDate.of(2026, 10, 1).plusDays(random.nextInt(50));
        return "{\"PaymentID\":\"" + id() + "\"," + "\"Date\":" + microsoft(date) + ",\"Amount\":" + amount()
                + ",\"Reference\":\"Transfer " + number + "\",\"CurrencyRate\":1.0000000000,\"HasAccount\":false,"
                + "\"HasValidationErrors\":false}";
    }

    private String list(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(500_000), 2);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String moment() {
        return "\"/Date(" + (1_763_000_000_000L + random.nextInt(700_000_000)) + "+0000)/\"";
    }

    private static String twice(String name, LocalDate date) {
        return "\"" + name + "String\":\"" + date + "T00:00:00\",\"" + name + "\":" + microsoft(date);
    }

    private static String microsoft(LocalDate date) {
        return "\"/Date(" + date.toEpochDay() * 86_400_000 + "+0000)/\"";
    }
}
