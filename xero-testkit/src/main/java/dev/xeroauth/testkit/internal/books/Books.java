package dev.xeroauth.testkit.internal.books;

import dev.xeroauth.TenantId;
import dev.xeroauth.testkit.FakeBankTransaction;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Makes up two years of invoices and bills whose sums are right, most in New Zealand dollars and some in Australian ones. */
public final class Books {

    private static final int DAYS = 730;
    private static final int EVERY_NTH_ABROAD = 9;
    private static final BigDecimal TAX = new BigDecimal("0.15");
    private static final int MILLIS_OF_A_WORKING_DAY = 11 * 3600 * 1000;

    private static final List<String> FIRST = List.of(
            "Alder",
            "Bayside",
            "Copper",
            "Delta",
            "Elm Street",
            "Fernhill",
            "Granite",
            "Hillcrest",
            "Ivory",
            "Juniper",
            "Kauri",
            "Lakeview",
            "Maple",
            "Northgate",
            "Oakdale",
            "Pioneer",
            "Quayside",
            "Riverbend",
            "Saltmarsh",
            "Tawa",
            "Union",
            "Valley",
            "Westport",
            "Yarrow",
            "Zephyr");
    private static final List<String> SECOND = List.of(
            "Catering",
            "Joinery",
            "Logistics",
            "Dental",
            "Print & Sign",
            "Nurseries",
            "Electrical",
            "Cafés",
            "Freight",
            "Holdings",
            "Plumbing",
            "Studios",
            "Textiles",
            "Motors",
            "O'Brien & Söhne",
            "Bookshop");
    private static final List<String> THINGS = List.of(
            "Consulting, per hour",
            "Delivery",
            "Monthly service",
            "Repair and parts",
            "Flour, 20 kg",
            "Brake pads",
            "Office cleaning",
            "Design \"as agreed\"",
            "Hosting",
            "Hire of a van",
            "Coffee beans, 5 kg",
            "Training day");
    private static final List<Integer> TERMS = List.of(7, 14, 20, 30);

    private record Contact(UUID id, String name) {}

    private final Chance chance;
    private final LocalDate today;
    private final Instant now;

    private Books(long seed, Instant now) {
        this.chance = new Chance(seed);
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** An organisation that follows from the seed, the day and its name. */
    public static FakeOrganisation of(long seed, Instant now, String name, int invoices) {
        Books books = new Books(seed * 31 + name.hashCode(), now);
        TenantId tenantId = new TenantId(books.chance.uuid());
        List<FakeInvoice> made = books.invoices(invoices);
        return new FakeOrganisation(tenantId, name, made, books.transactions(made));
    }

    /** Half as many as invoices, with the same contacts; drawn last, so that the invoices are what they were without them. */
    private List<FakeBankTransaction> transactions(List<FakeInvoice> invoices) {
        List<FakeBankTransaction> transactions = new ArrayList<>();
        for (int i = 1; i <= invoices.size() / 2; i++) {
            transactions.add(transaction(i, chance.oneOf(invoices)));
        }
        transactions.sort(Comparator.comparing(FakeBankTransaction::updatedAt)
                .thenComparing(transaction -> transaction.id().toString()));
        return transactions;
    }

    private FakeBankTransaction transaction(int number, FakeInvoice with) {
        boolean spent = chance.percent(70);
        LocalDate date = today.minusDays(chance.between(0, DAYS));
        return new FakeBankTransaction(
                chance.uuid(),
                spent ? "SPEND" : "RECEIVE",
                chance.percent(4) ? "DELETED" : "AUTHORISED",
                with.contactId(),
                with.contactName(),
                Accounts.id(Accounts.BANK),
                String.format(java.util.Locale.ROOT, "Statement %04d", number),
                date,
                during(date),
                "NZD",
                chance.percent(60),
                lines(!spent));
    }

    private List<FakeInvoice> invoices(int count) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < Math.max(5, count / 25); i++) {
            contacts.add(new Contact(chance.uuid(), chance.oneOf(FIRST) + " " + chance.oneOf(SECOND)));
        }
        List<FakeInvoice> invoices = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            invoices.add(invoice(i, chance.oneOf(contacts)));
        }
        invoices.sort(Comparator.comparing(FakeInvoice::updatedAt)
                .thenComparing(invoice -> invoice.id().toString()));
        return invoices;
    }

    private FakeInvoice invoice(int number, Contact contact) {
        boolean sale = chance.percent(65);
        LocalDate date = today.minusDays(chance.between(0, DAYS));
        List<FakeInvoice.Line> lines = lines(sale);
        String status = status(date);
        List<FakeInvoice.Payment> payments = payments(status, date, lines);
        LocalDate lastChange =
                payments.isEmpty() ? date : payments.get(payments.size() - 1).date();
        return new FakeInvoice(
                chance.uuid(),
                sale ? String.format(java.util.Locale.ROOT, "INV-%04d", number) : String.valueOf(70000 + number),
                sale ? "ACCREC" : "ACCPAY",
                status,
                contact.id(),
                contact.name(),
                date,
                date.plusDays(chance.oneOf(TERMS)),
                during(lastChange),
                number % EVERY_NTH_ABROAD == 0 ? "AUD" : "NZD",
                lines,
                payments);
    }

    private List<FakeInvoice.Line> lines(boolean sale) {
        List<FakeInvoice.Line> lines = new ArrayList<>();
        int count = chance.between(1, 5);
        for (int i = 0; i < count; i++) {
            BigDecimal quantity = BigDecimal.valueOf(chance.between(1, 40)).divide(BigDecimal.valueOf(4));
            BigDecimal unitAmount = chance.cents(250, 48_000);
            BigDecimal amount = quantity.multiply(unitAmount).setScale(2, RoundingMode.HALF_UP);
            lines.add(new FakeInvoice.Line(
                    chance.uuid(),
                    chance.oneOf(THINGS),
                    quantity.setScale(4),
                    unitAmount,
                    amount,
                    amount.multiply(TAX).setScale(2, RoundingMode.HALF_UP),
                    sale ? "200" : "310"));
        }
        return lines;
    }

    /** The older, the likelier it is paid. */
    private String status(LocalDate date) {
        if (chance.percent(5)) {
            return "DRAFT";
        }
        if (chance.percent(3)) {
            return "SUBMITTED";
        }
        if (chance.percent(4)) {
            return chance.percent(60) ? "VOIDED" : "DELETED";
        }
        int likelyPaid = date.isBefore(today.minusDays(90)) ? 94 : date.isBefore(today.minusDays(30)) ? 75 : 20;
        return chance.percent(likelyPaid) ? "PAID" : "AUTHORISED";
    }

    private List<FakeInvoice.Payment> payments(String status, LocalDate date, List<FakeInvoice.Line> lines) {
        BigDecimal total = lines.stream()
                .map(line -> line.lineAmount().add(line.taxAmount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean inParts = chance.percent(12);
        BigDecimal first = chance.partOf(total);
        if (status.equals("PAID")) {
            return inParts
                    ? List.of(payment(date, first), payment(date.plusDays(9), total.subtract(first)))
                    : List.of(payment(date, total));
        }
        return status.equals("AUTHORISED") && inParts ? List.of(payment(date, first)) : List.of();
    }

    private FakeInvoice.Payment payment(LocalDate notBefore, BigDecimal amount) {
        LocalDate date = notBefore.plusDays(chance.between(0, 25));
        return new FakeInvoice.Payment(chance.uuid(), date.isAfter(today) ? today : date, amount);
    }

    /** Some time of that day, but not in the future. */
    private Instant during(LocalDate day) {
        Instant morning = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant at = morning.plusMillis(chance.between(0, MILLIS_OF_A_WORKING_DAY));
        return at.isAfter(now) ? Instant.ofEpochMilli(now.toEpochMilli()) : at;
    }
}
