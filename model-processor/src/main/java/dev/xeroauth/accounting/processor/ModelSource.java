package dev.xeroauth.accounting.processor;

import java.util.List;

/** Writes the class of a model. */
final class ModelSource {

    private static final int WIDTH = 120;

    private final ModelTable table;
    private final StringBuilder source = new StringBuilder();

    ModelSource(ModelTable table) {
        this.table = table;
    }

    String write() {
        String name = table.name();
        String base = table.isDocument() ? "Document<%s, %s.Builder>".formatted(name, name) : "Model";
        source.append(Sources.javadoc(table.javadoc()))
                .append("public final class %s extends %s {\n\n".formatted(name, base))
                .append("    private static final Fields FIELDS = Fields.of(%s.class, %s::new, Model::values);\n"
                        .formatted(name, name));
        table.lines().forEach(this::declare);
        source.append("""

                    private %s(@Nullable Object[] values) {
                        super(values);
                    }
                """.formatted(name));
        makers();
        table.fields().forEach(this::getter);
        if (!table.written().isEmpty()) {
            source.append(new BuilderSource(table).write());
        }
        return source.append("}\n").toString();
    }

    private void declare(Line line) {
        if (line instanceof FieldLine field) {
            String marks = switch (field.access()) {
                case R -> "";
                case RW -> ".written()";
                case KEY -> ".written().key()";
            };
            String made = "FIELDS." + field.kind().maker().formatted(field.name()) + marks + ";\n";
            String constant = "    private static final Field<%s> %s ="
                    .formatted(field.kind().type(), field.constant());
            boolean fits = constant.length() + made.length() < WIDTH;
            source.append(constant).append(fits ? " " : "\n            ").append(made);
        } else if (line instanceof CompanionLine companion) {
            companion(companion);
        }
    }

    /** It has no accessor: only its place in the table is needed. */
    private void companion(CompanionLine companion) {
        source.append("""

                    static {
                        FIELDS.companion("%s", %s);
                    }

                """.formatted(companion.name(), Names.constant(companion.of())));
    }

    private void makers() {
        if (!table.written().isEmpty()) {
            source.append("""

                        /** {@return a builder with nothing set} */
                        public static Builder builder() {
                            return new Builder();
                        }

                        /** {@return a builder with everything set as it is here} */
                    %s    public Builder toBuilder() {
                            return new Builder(this);
                        }
                    """.formatted(table.isDocument() ? "    @Override\n" : ""));
        }
        source.append("""

                    /**
                     * Reads what {@link #toJson()} wrote, or Xero sent.
                     *
                     * @param json an object
                     * @return the model
                     * @throws IllegalArgumentException if it is not the JSON of such an object
                     */
                    public static %s fromJson(String json) {
                        return Json.model(%s.class, json);
                    }
                """.formatted(table.name(), table.name()));
    }

    private void getter(FieldLine field) {
        boolean list = field.kind().isList();
        String type = list ? field.kind().type() : "Optional<" + field.kind().type() + ">";
        source.append(
                """

                    /** {@return %s} */
                    public %s %s() {
                        return %s(%s);
                    }
                """.formatted(field.description(), type, field.method(), list ? "list" : "get", field.constant()));
    }

    /** What a generated class may need to import. */
    static final List<String> IMPORTS = List.of(
            "dev.xeroauth.accounting.internal.json.Field",
            "dev.xeroauth.accounting.internal.json.Fields",
            "dev.xeroauth.accounting.internal.json.Json",
            "java.math.BigDecimal",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.util.List",
            "java.util.Optional",
            "java.util.UUID",
            "org.jspecify.annotations.Nullable");
}
