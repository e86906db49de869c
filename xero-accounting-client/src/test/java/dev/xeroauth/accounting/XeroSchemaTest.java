package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import dev.xeroauth.accounting.internal.json.Shape;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.Models;
import dev.xeroauth.accounting.model.Pagination;
import dev.xeroauth.accounting.model.Payment;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fields that the models declare, by name and kind, against Xero's own schemas. */
@Tag("openapi")
class XeroSchemaTest {

    private static final Class<?> ENUMERATION = InvoiceStatus.class.getSuperclass();
    private static final String[] SCHEMAS = {
        "Invoice",
        "BankTransaction",
        "HistoryRecord",
        "Attachment",
        "OnlineInvoice",
        "Contact",
        "LineItem",
        "Payment",
        "Prepayment",
        "Overpayment",
        "CreditNote",
        "ValidationError",
        "InvoiceAddress",
        "Account",
        "ContactPerson",
        "Address",
        "Phone",
        "SalesTrackingCategory",
        "PaymentTerm",
        "ContactGroup",
        "BrandingTheme",
        "BatchPaymentDetails",
        "Balances",
        "LineItemItem",
        "LineItemTracking",
        "TaxBreakdownComponent",
        "BatchPayment",
        "Allocation",
        "Bill",
        "AccountsReceivable",
        "AccountsPayable"
    };

    /** Companions that Xero's examples have and its schemas do not, or not of every model. */
    private static final Set<String> NOT_DESCRIBED =
            Set.of("DateString", "DueDateString", "UpdatedDateUTCString", "DateUTCString");

    /** Fields that Xero sends and its schemas do not have, and that are not to be sent back. */
    private static final Set<String> ON_THE_WIRE = Set.of("LineItem.ValidationErrors", "ValidationError.Description");

    private static final Map<Type, String> KINDS = Map.of(
            String.class, "text",
            BigDecimal.class, "number",
            Integer.class, "number",
            Boolean.class, "boolean",
            UUID.class, "id",
            LocalDate.class, "date",
            Instant.class, "moment");

    @ParameterizedTest
    @MethodSource("models")
    void model_itsFields_areExactlyThoseOfXerosSchema(Class<?> model) throws IOException {
        Map<String, String> declared = declared(model);
        Predicate<String> onTheWire = field -> ON_THE_WIRE.contains(model.getSimpleName() + "." + field);
        declared.keySet().removeIf(onTheWire);

        assertThat(differences(declared, OpenApi.accounting().kinds(model.getSimpleName())))
                .isEmpty();
        assertThat(declared.keySet())
                .containsExactlyElementsOf(
                        names(model, field -> !field.isCompanion() && !onTheWire.test(field.name())));
        Set<String> described = Schemas.accounting().fields(model.getSimpleName());
        List<String> all = names(
                model,
                field -> described.contains(field.name())
                        || !(NOT_DESCRIBED.contains(field.name()) || onTheWire.test(field.name())));
        assertThat(all).containsExactlyInAnyOrderElementsOf(described);
        System.out.println("openapi: schema=" + model.getSimpleName() + " fields=" + all.size());
    }

    @ParameterizedTest
    @MethodSource("models")
    void model_whatItWrites_agreesWithXerosSchema(Class<?> model) throws IOException {
        String schema = model.getSimpleName();
        Set<String> readOnly = Schemas.accounting().readOnly(schema);

        for (Field<?> field : Shape.of(model).fields()) {
            boolean marked = readOnly.contains(field.name()) || field.isCompanion();
            String name = schema + "." + field.name();
            if (marked || !NeverWritten.isOne(schema, field.name())) {
                assertThat(field.isWritten())
                        .as(name)
                        .isEqualTo(!marked || NeverWritten.WRITTEN_ALL_THE_SAME.contains(name));
            } else {
                assertThat(field.isWritten() && !field.isKey()).as(name).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void model_itsEnumerations_haveExactlyXerosValues(Class<?> model) throws Exception {
        for (java.lang.reflect.Field constant : model.getDeclaredFields()) {
            Set<String> values =
                    Schemas.accounting().enumerated(model.getSimpleName()).get(nameOf(constant));
            if (values != null && valueType(constant) instanceof Class<?> type && ENUMERATION.isAssignableFrom(type)) {
                assertThat(constants(type)).as("%s", constant).isEqualTo(values);
            }
        }
    }

    /** Each schema of the description that belongs to invoices and bank transactions, and no model besides. */
    @Test
    void models_areThoseOfTheResources() {
        assertThat(models().map(Class::getSimpleName)).containsExactlyInAnyOrder(SCHEMAS);
    }

    static Stream<Class<?>> models() {
        return Models.all().stream().filter(model -> model != Pagination.class);
    }

    @Test
    void differences_wrongFields_areFoundByNameAndKind() throws IOException {
        Map<String, String> described = OpenApi.accounting().kinds("Invoice");

        assertThat(differences(declared(Wrong.class), described))
                .containsExactly(
                        "InvoiceNo: text here, nothing at Xero",
                        "InvoiceNumber: number here, text at Xero",
                        "InvoiceID: text here, id at Xero",
                        "Date: moment here, date at Xero",
                        "UpdatedDateUTC: date here, moment at Xero",
                        "Reference: enumeration here, text at Xero",
                        "LineItems: list of Payment here, list of LineItem at Xero",
                        "Contact: list of Contact here, Contact at Xero");
    }

    private static List<String> differences(Map<String, String> declared, Map<String, String> described) {
        return declared.entrySet().stream()
                .filter(field -> !fits(field.getValue(), described.get(field.getKey())))
                .map(field -> field.getKey() + ": " + field.getValue() + " here, "
                        + described.getOrDefault(field.getKey(), "nothing") + " at Xero")
                .toList();
    }

    /** A text can hold what Xero enumerates; currencies are taken so. */
    private static boolean fits(String here, String described) {
        return here.equals(described) || (here.equals("text") && "enumeration".equals(described));
    }

    private static List<String> names(Class<?> model, Predicate<Field<?>> which) {
        return Shape.of(model).fields().stream().filter(which).map(Field::name).toList();
    }

    private static Set<String> constants(Class<?> enumeration) throws IllegalAccessException {
        Set<String> values = new HashSet<>();
        for (java.lang.reflect.Field constant : enumeration.getFields()) {
            values.add(constant.get(null).toString());
        }
        return values;
    }

    private static String nameOf(java.lang.reflect.Field constant) {
        return constant.getType() == Field.class ? nameIn(constant) : "";
    }

    private static Type valueType(java.lang.reflect.Field constant) {
        return ((ParameterizedType) constant.getGenericType()).getActualTypeArguments()[0];
    }

    private static Map<String, String> declared(Class<?> model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (java.lang.reflect.Field constant : model.getDeclaredFields()) {
            if (constant.getType() == Field.class) {
                kinds.put(nameIn(constant), kind(valueType(constant)));
            }
        }
        return kinds;
    }

    private static String nameIn(java.lang.reflect.Field constant) {
        try {
            constant.setAccessible(true);
            return ((Field<?>) constant.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new LinkageError(constant.getName(), e);
        }
    }

    private static String kind(Type value) {
        if (value instanceof ParameterizedType list) {
            return "list of " + kind(list.getActualTypeArguments()[0]);
        }
        Class<?> type = (Class<?>) value;
        return ENUMERATION.isAssignableFrom(type) ? "enumeration" : KINDS.getOrDefault(type, type.getSimpleName());
    }

    /** A model that is wrong in every way but the last. */
    @SuppressWarnings("unused") // its constants are read by reflection
    private static final class Wrong {
        private static final Fields FIELDS = Fields.of(Wrong.class, values -> new Wrong(), wrong -> new Object[0]);
        static final Field<String> NAME = FIELDS.text("InvoiceNo");
        static final Field<BigDecimal> NUMBER = FIELDS.decimal("InvoiceNumber");
        static final Field<String> ID = FIELDS.text("InvoiceID");
        static final Field<Instant> DATE = FIELDS.instant("Date");
        static final Field<LocalDate> MOMENT = FIELDS.date("UpdatedDateUTC");
        static final Field<InvoiceStatus> TEXT = FIELDS.open("Reference", InvoiceStatus::of);
        static final Field<List<Payment>> LINES = FIELDS.list("LineItems", Payment.class);
        static final Field<List<Contact>> CONTACT = FIELDS.list("Contact", Contact.class);
        static final Field<String> RIGHT = FIELDS.text("Url");
    }
}
