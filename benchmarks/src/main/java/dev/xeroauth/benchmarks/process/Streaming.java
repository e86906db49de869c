package dev.xeroauth.benchmarks.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.xeroauth.benchmarks.process.Documents.Contact;
import dev.xeroauth.benchmarks.process.Documents.Invoice;
import dev.xeroauth.benchmarks.process.Documents.Line;
import dev.xeroauth.benchmarks.process.Documents.Payment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** OkHttp, and a reader written by hand for the fields of these invoices. */
@NullUnmarked
final class Streaming implements Reader {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void read(String base, int pages, int pageSize, Sink read) throws IOException {
        Http http = new Http(base);
        for (int page = 1; page <= pages; page++) {
            List<Invoice> invoices = new ArrayList<>(pageSize);
            http.page(page, pageSize, in -> {
                try (JsonParser json = JSON.createParser(in)) {
                    json.nextToken();
                    envelope(json, invoices);
                }
            });
            for (Invoice invoice : invoices) {
                read.invoice(invoice.invoiceId, invoice.date, invoice.total, invoice.lines.size());
            }
            read.pageEnds();
        }
    }

    private static void envelope(JsonParser json, List<Invoice> invoices) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("Invoices")) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    invoices.add(invoice(json));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static Invoice invoice(JsonParser json) throws IOException {
        Invoice invoice = new Invoice();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "Type" -> invoice.type = json.getText();
                case "InvoiceID" -> invoice.invoiceId = id(json);
                case "InvoiceNumber" -> invoice.invoiceNumber = json.getText();
                case "Reference" -> invoice.reference = json.getText();
                case "Payments" -> payments(json, invoice.payments);
                case "AmountDue" -> invoice.amountDue = json.getDecimalValue();
                case "AmountPaid" -> invoice.amountPaid = json.getDecimalValue();
                case "AmountCredited" -> invoice.amountCredited = json.getDecimalValue();
                case "CurrencyRate" -> invoice.currencyRate = json.getDecimalValue();
                case "IsDiscounted" -> invoice.discounted = json.getBooleanValue();
                case "HasAttachments" -> invoice.attachments = json.getBooleanValue();
                case "HasErrors" -> invoice.errors = json.getBooleanValue();
                case "Contact" -> invoice.contact = contact(json);
                case "Date" -> invoice.date = XeroDate.date(json.getText());
                case "DueDate" -> invoice.dueDate = XeroDate.date(json.getText());
                case "BrandingThemeID" -> invoice.brandingThemeId = id(json);
                case "Status" -> invoice.status = json.getText();
                case "LineAmountTypes" -> invoice.lineAmountTypes = json.getText();
                case "LineItems" -> lines(json, invoice.lines);
                case "SubTotal" -> invoice.subTotal = json.getDecimalValue();
                case "TotalTax" -> invoice.totalTax = json.getDecimalValue();
                case "Total" -> invoice.total = json.getDecimalValue();
                case "UpdatedDateUTC" -> invoice.updated = XeroDate.instant(json.getText());
                case "CurrencyCode" -> invoice.currencyCode = json.getText();
                default -> json.skipChildren();
            }
        }
        return invoice;
    }

    private static void lines(JsonParser json, List<Line> lines) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Line line = new Line();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "Description" -> line.description = json.getText();
                    case "UnitAmount" -> line.unitAmount = json.getDecimalValue();
                    case "TaxType" -> line.taxType = json.getText();
                    case "TaxAmount" -> line.taxAmount = json.getDecimalValue();
                    case "LineAmount" -> line.lineAmount = json.getDecimalValue();
                    case "AccountCode" -> line.accountCode = json.getText();
                    case "Quantity" -> line.quantity = json.getDecimalValue();
                    case "LineItemID" -> line.lineItemId = id(json);
                    default -> json.skipChildren();
                }
            }
            lines.add(line);
        }
    }

    private static void payments(JsonParser json, List<Payment> payments) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Payment payment = new Payment();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "PaymentID" -> payment.paymentId = id(json);
                    case "Date" -> payment.date = XeroDate.date(json.getText());
                    case "Amount" -> payment.amount = json.getDecimalValue();
                    case "CurrencyRate" -> payment.currencyRate = json.getDecimalValue();
                    case "HasAccount" -> payment.account = json.getBooleanValue();
                    default -> json.skipChildren();
                }
            }
            payments.add(payment);
        }
    }

    private static Contact contact(JsonParser json) throws IOException {
        Contact contact = new Contact();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "ContactID" -> contact.contactId = id(json);
                case "Name" -> contact.name = json.getText();
                default -> json.skipChildren();
            }
        }
        return contact;
    }

    private static UUID id(JsonParser json) throws IOException {
        return UUID.fromString(json.getText());
    }
}
