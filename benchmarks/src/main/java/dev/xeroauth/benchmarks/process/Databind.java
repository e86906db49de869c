package dev.xeroauth.benchmarks.process;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** OkHttp, and records that Jackson fills by reflection. */
@NullUnmarked
final class Databind implements Reader {

    @Override
    public void read(String base, int pages, int pageSize, Sink read) throws IOException {
        Http http = new Http(base);
        ObjectReader reader = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule()
                        .addDeserializer(LocalDate.class, new Dates())
                        .addDeserializer(Instant.class, new Instants()))
                .build()
                .readerFor(Envelope.class);
        for (int page = 1; page <= pages; page++) {
            http.page(page, pageSize, in -> {
                Envelope envelope = reader.readValue(in);
                for (Invoice invoice : envelope.invoices) {
                    read.invoice(invoice.invoiceID, invoice.date, invoice.total, invoice.lineItems.size());
                }
            });
            read.pageEnds();
        }
    }

    record Envelope(List<Invoice> invoices) {}

    record Invoice(
            String type,
            UUID invoiceID,
            String invoiceNumber,
            String reference,
            List<Payment> payments,
            BigDecimal amountDue,
            BigDecimal amountPaid,
            BigDecimal amountCredited,
            BigDecimal currencyRate,
            boolean isDiscounted,
            boolean hasAttachments,
            boolean hasErrors,
            Contact contact,
            LocalDate date,
            LocalDate dueDate,
            UUID brandingThemeID,
            String status,
            String lineAmountTypes,
            List<Line> lineItems,
            BigDecimal subTotal,
            BigDecimal totalTax,
            BigDecimal total,
            Instant updatedDateUTC,
            String currencyCode) {}

    record Line(
            String description,
            BigDecimal unitAmount,
            String taxType,
            BigDecimal taxAmount,
            BigDecimal lineAmount,
            String accountCode,
            BigDecimal quantity,
            UUID lineItemID) {}

    record Payment(UUID paymentID, LocalDate date, BigDecimal amount, BigDecimal currencyRate, boolean hasAccount) {}

    record Contact(UUID contactID, String name) {}

    private static final class Dates extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Dates() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return XeroDate.date(json.getText());
        }
    }

    private static final class Instants extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return XeroDate.instant(json.getText());
        }
    }
}
