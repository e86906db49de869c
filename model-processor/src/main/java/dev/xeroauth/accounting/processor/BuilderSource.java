package dev.xeroauth.accounting.processor;

/** Writes the builder inside the class of a model. */
final class BuilderSource {

    private final ModelTable table;
    private final StringBuilder source = new StringBuilder();

    BuilderSource(ModelTable table) {
        this.table = table;
    }

    String write() {
        String name = table.name();
        String lines = table.isDocument() ? ", LINE_ITEMS" : "";
        source.append("""

                    /** Collects what an application may write. Not thread-safe. */
                    public static final class Builder extends %1$s<%2$s, Builder> {

                        private Builder() {
                            super(%2$s.class%3$s);
                        }

                        private Builder(%2$s original) {
                            super(%2$s.class, original%3$s);
                        }
                """.formatted(table.isDocument() ? "DocumentBuilder" : "ModelBuilder", name, lines));
        table.written().stream()
                .filter(field -> !(table.isDocument() && ModelTable.isLines(field)))
                .forEach(this::setter);
        return source.append("    }\n").toString();
    }

    private void setter(FieldLine field) {
        source.append("""

                        /**
                         * {@return this, with {@link %1$s#%2$s()} set}
                         *
                         * @param %2$s %3$s
                         */
                        public Builder %2$s(%4$s %2$s) {
                            return %5$s(%6$s, %2$s);
                        }
                """.formatted(
                        table.name(),
                        field.method(),
                        field.description(),
                        field.kind().type(),
                        field.kind().isList() ? "setList" : "set",
                        field.constant()));
    }
}
