package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page stands in its list, as Xero counted when it answered. The list may change between two pages.
 */
public final class Pagination extends Model {

    private static final Fields FIELDS = Fields.of(Pagination.class, Pagination::new);
    private static final Field<Integer> PAGE = FIELDS.integer("page");
    private static final Field<Integer> PAGE_SIZE = FIELDS.integer("pageSize");
    private static final Field<Integer> PAGE_COUNT = FIELDS.integer("pageCount");
    private static final Field<Integer> ITEM_COUNT = FIELDS.integer("itemCount");

    private Pagination(@Nullable Object[] values) {
        super(values);
    }

    /** {@return the number of this page, from 1} */
    public Optional<Integer> page() {
        return get(PAGE);
    }

    /** {@return how many elements a full page has} */
    public Optional<Integer> pageSize() {
        return get(PAGE_SIZE);
    }

    /** {@return how many pages there are} */
    public Optional<Integer> pageCount() {
        return get(PAGE_COUNT);
    }

    /** {@return how many elements all the pages have together} */
    public Optional<Integer> itemCount() {
        return get(ITEM_COUNT);
    }
}
