package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Shape;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON with one field in it, whose value fits the type of the accessor. */
final class Samples {

    private static final Map<String, String> VALUES = Map.of(
            "String", "'x'",
            "BigDecimal", "1.00",
            "Integer", "1",
            "Boolean", "true",
            "UUID", "'d4956132-ed94-4dd7-9eaa-aa22dfdf06f2'",
            "LocalDate", "'/Date(0)/'",
            "Instant", "'/Date(0)/'");

    private Samples() {}

    static String jsonFor(Class<?> model, String accessor) throws IOException, ReflectiveOperationException {
        List<String> names = Shape.of(model).fields().stream()
                .map(Field::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(accessor.toLowerCase(Locale.ROOT))
                        || (name.equals("Class") && accessor.equals("accountClass")))
                .toList();
        if (names.size() != 1) {
            throw new IOException(accessor + " has the fields " + names);
        }
        Type optional = model.getMethod(accessor).getGenericReturnType();
        Class<?> type = (Class<?>) ((ParameterizedType) optional).getActualTypeArguments()[0];
        String otherwise = Model.class.isAssignableFrom(type) ? "{}" : "'NEW'";
        return "{'" + names.get(0) + "':" + VALUES.getOrDefault(type.getSimpleName(), otherwise) + "}";
    }
}
