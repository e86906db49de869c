package dev.xeroauth.benchmarks.pages;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What somebody writes who wants the fields of a page and no library of Xero's. Dates that come twice are kept once. */
public final class Records {

    private Records() {}

    /** A page. */
    public record Page(@JsonProperty("Invoices") List<Invoice> invoices) {}

    /** One of its invoices. */
    public record Invoice(
            String type,
            @JsonProperty("InvoiceID") UUID invoiceId,
            String invoiceNumber,
            String reference,
            List<Payment> payments,
            BigDecimal amountDue,
            BigDecimal amountPaid,
            BigDecimal amountCredited,
            boolean sentToContact,
            BigDecimal currencyRate,
            boolean isDiscounted,
            boolean hasAttachments,
            boolean hasErrors,
            Contact contact,
            LocalDate date,
            LocalDate dueDate,
            @JsonProperty("BrandingThemeID") UUID brandingThemeId,
            String status,
            String lineAmountTypes,
            List<Line> lineItems,
            BigDecimal subTotal,
            BigDecimal totalTax,
            BigDecimal total,
            @JsonProperty("UpdatedDateUTC") Instant updatedDateUtc,
            String currencyCode,
            LocalDate fullyPaidOnDate) {}

    /** A part of an invoice. */
    public record Contact(
            @JsonProperty("ContactID") UUID contactId,
            String contactStatus,
            String name,
            String firstName,
            String lastName,
            String emailAddress,
            String bankAccountDetails,
            List<Address> addresses,
            List<Phone> phones,
            @JsonProperty("UpdatedDateUTC") Instant updatedDateUtc,
            boolean isSupplier,
            boolean isCustomer,
            String defaultCurrency) {}

    /** A part of an invoice. */
    public record Address(
            String addressType, String addressLine1, String city, String region, String postalCode, String country) {}

    /** A part of an invoice. */
    public record Phone(String phoneType, String phoneNumber, String phoneAreaCode, String phoneCountryCode) {}

    /** One of its lines. */
    public record Line(
            Item item,
            String itemCode,
            String description,
            BigDecimal unitAmount,
            String taxType,
            BigDecimal taxAmount,
            BigDecimal lineAmount,
            String accountCode,
            List<Tracking> tracking,
            BigDecimal quantity,
            @JsonProperty("LineItemID") UUID lineItemId,
            @JsonProperty("AccountID") UUID accountId) {}

    /** A part of an invoice. */
    public record Item(@JsonProperty("ItemID") UUID itemId, String name, String code) {}

    /** A part of an invoice. */
    public record Tracking(
            String name,
            String option,
            @JsonProperty("TrackingCategoryID") UUID categoryId,
            @JsonProperty("TrackingOptionID") UUID optionId) {}

    /** A part of an invoice. */
    public record Payment(
            @JsonProperty("PaymentID") UUID paymentId,
            LocalDate date,
            BigDecimal amount,
            String reference,
            BigDecimal currencyRate,
            boolean hasAccount,
            boolean hasValidationErrors) {}

    /** Reads Xero's names and dates. */
    public static ObjectMapper mapper() {
        SimpleModule dates = new SimpleModule()
                .addDeserializer(LocalDate.class, new Dates<>(LocalDate.class))
                .addDeserializer(Instant.class, new Dates<>(Instant.class));
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(dates)
                .build();
    }

    /** Reads {@code /Date(1518685950940+0000)/}. */
    private static final class Dates<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final Class<T> type;

        Dates(Class<T> type) {
            super(type);
            this.type = type;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            long millis = Long.parseLong(text.substring("/Date(".length(), text.length() - "+0000)/".length()));
            return type.cast(
                    type == Instant.class
                            ? Instant.ofEpochMilli(millis)
                            : LocalDate.ofEpochDay(Math.floorDiv(millis, 86_400_000)));
        }
    }
}
