package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import dev.xeroauth.accounting.internal.json.Shape;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.accounting.model.Payment;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields that the models declare, by name and kind, against Xero's own schemas. */
@Tag("openapi")
class XeroSchemaTest {

    private static final Class<?> ENUMERATION = InvoiceStatus.class.getSuperclass();
    private static final Map<Type, String> KINDS = Map.of(
            String.class, "text",
            BigDecimal.class, "number",
            Integer.class, "number",
            Boolean.class, "boolean",
            UUID.class, "id",
            LocalDate.class, "date",
            Instant.class, "moment");

    @ParameterizedTest
    @ValueSource(classes = {Invoice.class, LineItem.class, Contact.class, Payment.class})
    void model_everyDeclaredField_isInXerosSchemaAndOfThatKind(Class<?> model) throws IOException {
        Map<String, String> described = OpenApi.accounting().kinds(model.getSimpleName());
        Map<String, String> declared = declared(model);

        assertThat(differences(declared, described)).isEmpty();
        assertThat(declared.keySet())
                .containsExactlyElementsOf(
                        Shape.of(model).fields().stream().map(Field::name).toList());
        TreeSet<String> notModelled = new TreeSet<>(described.keySet());
        notModelled.removeAll(declared.keySet());
        System.out.println("openapi: schema=" + model.getSimpleName() + " fields-described=" + declared.size()
                + " not-modelled=" + notModelled);
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

    private static Map<String, String> declared(Class<?> model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (java.lang.reflect.Field constant : model.getDeclaredFields()) {
            if (constant.getType() == Field.class) {
                Type value = ((ParameterizedType) constant.getGenericType()).getActualTypeArguments()[0];
                kinds.put(nameIn(constant), kind(value));
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
        private static final Fields FIELDS = Fields.of(Wrong.class, values -> new Wrong());
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
