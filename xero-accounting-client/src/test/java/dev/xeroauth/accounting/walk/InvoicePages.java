package dev.xeroauth.accounting.walk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Pages of invoices with lines, about 3 MB each, that differ in ids and numbers. Not thread-safe: the bytes are used again. */
final class InvoicePages {

    static final int PAGE_SIZE = 1000;
    static final int LINES = 4;

    private static final int DIGITS = 12;
    private static final String SLOT = "#".repeat(DIGITS);

    private final int pages;
    private final byte[] invoices;
    private final int[] slots;

    InvoicePages(int pages) {
        this.pages = pages;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String invoice = invoice();
        for (int i = 0; i < PAGE_SIZE; i++) {
            all.writeBytes((i == 0 ? invoice : "," + invoice).getBytes(US_ASCII));
        }
        this.invoices = all.toByteArray();
        this.slots = slots(new String(invoices, US_ASCII));
    }

    byte[] head(int page) {
        return ("{\"Id\":\"00000000-0000-4000-8000-000000000000\",\"Status\":\"OK\",\"ProviderName\":\"Walk\","
                        + "\"DateTimeUTC\":\"/Date(1795000000000)/\",\"pagination\":{\"page\":" + page
                        + ",\"pageSize\":"
                        + PAGE_SIZE + ",\"pageCount\":" + pages + ",\"itemCount\":" + (long) pages * PAGE_SIZE
                        + "},\"Invoices\":[")
                .getBytes(US_ASCII);
    }

    /** The elements of a page, until the next call. */
    byte[] elements(int page) {
        int perInvoice = slots.length / PAGE_SIZE;
        for (int i = 0; i < slots.length; i++) {
            fill(slots[i], (long) (page - 1) * PAGE_SIZE + i / perInvoice);
        }
        return invoices;
    }

    byte[] tail() {
        return "]}".getBytes(US_ASCII);
    }

    private void fill(int slot, long number) {
        long left = number;
        for (int i = slot + DIGITS - 1; i >= slot; i--) {
            invoices[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static int[] slots(String text) {
        return IntStream.iterate(text.indexOf(SLOT), at -> at >= 0, at -> text.indexOf(SLOT, at + 1))
                .toArray();
    }

    private static String invoice() {
        return "{\"Type\":\"ACCREC\",\"InvoiceID\":\"7b8e0a11-9a0f-4f7c-9b32-" + SLOT + "\",\"InvoiceNumber\":\"INV-"
                + SLOT
                + "\",\"Reference\":\"Order " + SLOT + "\",\"Payments\":[{\"PaymentID\":\"0d666415-cf77-43fa-80c7-"
                + SLOT
                + "\",\"Date\":\"/Date(1794000000000+0000)/\",\"Amount\":115.00,\"CurrencyRate\":1.0000000000,"
                + "\"HasAccount\":false,\"HasValidationErrors\":false}],\"CreditNotes\":[],\"Prepayments\":[],"
                + "\"Overpayments\":[],\"AmountDue\":345.00,\"AmountPaid\":115.00,\"AmountCredited\":0.00,"
                + "\"CurrencyRate\":1.0000000000,\"IsDiscounted\":false,\"HasAttachments\":false,\"HasErrors\":false,"
                + "\"InvoicePaymentServices\":[],\"Contact\":{\"ContactID\":\"a3675fc4-f8dd-4f03-ba5b-" + SLOT
                + "\",\"Name\":\"Harbour and Sons of Quay Street " + SLOT + "\",\"Addresses\":[],\"Phones\":[],"
                + "\"ContactGroups\":[],\"ContactPersons\":[],\"HasValidationErrors\":false},"
                + "\"DateString\":\"2026-11-05T00:00:00\",\"Date\":\"/Date(1793836800000+0000)/\","
                + "\"DueDateString\":\"2026-12-05T00:00:00\",\"DueDate\":\"/Date(1796428800000+0000)/\","
                + "\"BrandingThemeID\":\"324587a9-7eed-46c0-ad64-fa941a1b5b3e\",\"Status\":\"AUTHORISED\","
                + "\"LineAmountTypes\":\"Exclusive\",\"LineItems\":[" + String.join(",", lines())
                + "],\"SubTotal\":400.00,\"TotalTax\":60.00,\"Total\":460.00,"
                + "\"UpdatedDateUTC\":\"/Date(1794000000123+0000)/\",\"CurrencyCode\":\"NZD\",\"SentToContact\":true}";
    }

    private static List<String> lines() {
        return Collections.nCopies(
                LINES,
                "{\"Description\":\"Ropes and sails, as agreed by telephone for the season that begins in spring, with"
                        + " delivery to the quay and everything that belongs to it\",\"UnitAmount\":25.00,"
                        + "\"TaxType\":\"OUTPUT2\",\"TaxAmount\":15.00,\"LineAmount\":100.00,\"AccountCode\":\"200\","
                        + "\"Item\":{\"ItemID\":\"fed07c3f-ca77-4820-b4df-304048b3266f\",\"Name\":\"Rope\",\"Code\":\"ROPE\"},"
                        + "\"Tracking\":[{\"Name\":\"Region\",\"Option\":\"North\","
                        + "\"TrackingCategoryID\":\"8f81a7e0-7b37-4f0c-8c8e-5f0d1f2b0001\"}],\"Quantity\":4.0000,"
                        + "\"LineItemID\":\"52208ff9-528a-4985-a9ad-" + SLOT + "\",\"AccountID\":"
                        + "\"ebd06280-af70-4bed-97c6-7451a454ad85\",\"ValidationErrors\":[]}");
    }
}
