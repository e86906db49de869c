package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import java.util.List;
import java.util.Set;

/**
 * A change of one line. Xero refuses a line whose amount is not quantity times price less discount, and takes the tax that
 * it is sent, so amounts of before must not be sent with what they no longer follow from. Nor must the id of an account go
 * with the code of another one.
 */
final class LineChange {

    private static final List<String> PRICE =
            List.of("Quantity", "UnitAmount", "DiscountRate", "DiscountAmount", "ItemCode");

    /** What is lost when Xero works the tax out again. */
    static final List<String> TAXES = List.of("TaxAmount", "TaxBreakdown");

    private final LineItem before;
    private final LineItem.Builder builder;
    private final Edit edit;

    private LineChange(LineItem before, LineItem.Builder builder) {
        this.before = before;
        this.builder = builder;
        this.edit = new Edit(before, builder);
    }

    /** A line as a builder made from it has changed it, which knows what it set. */
    static LineItem of(LineItem before, LineItem.Builder builder) {
        LineChange made = new LineChange(before, builder);
        if (made.edit.differs("LineItemID")) {
            throw new IllegalArgumentException("A change keeps the id of its line");
        }
        return made.result(false);
    }

    /**
     * A line that somebody changed, without what is left of before and no longer right.
     *
     * @param touched what is known to be set on purpose; of other fields, what is as it was counts as left of before
     * @param otherTaxes whether the tax of before is wrong in any case
     */
    static LineItem between(LineItem before, LineItem after, Set<Field<?>> touched, boolean otherTaxes) {
        LineItem.Builder builder = after.toBuilder();
        builder.touched.addAll(touched);
        return new LineChange(before, builder).result(otherTaxes);
    }

    private LineItem result(boolean otherTaxes) {
        edit.clearStaleOf("AccountCode", "AccountID");
        edit.clearStaleOf("DiscountRate", "DiscountAmount");
        boolean price = PRICE.stream().anyMatch(edit::differs);
        if (price) {
            edit.clearUnlessChanged("LineAmount");
        }
        if (otherTaxes || price || edit.differs("LineAmount") || edit.differs("TaxType")) {
            TAXES.forEach(edit::clearUnlessChanged);
        }
        if (edit.differs("Tracking")) {
            builder.tracking(
                    builder.build().tracking().stream().map(this::tracking).toList());
        }
        return builder.build();
    }

    /** The same for the option in a tracking category that the line had before. */
    private LineItemTracking tracking(LineItemTracking after) {
        for (LineItemTracking old : before.tracking()) {
            if (old.name().equals(after.name()) && old.trackingCategoryId().equals(after.trackingCategoryId())) {
                LineItemTracking.Builder changed = after.toBuilder();
                new Edit(old, changed).clearStaleOf("Option", "TrackingOptionID");
                return changed.build();
            }
        }
        return after;
    }
}
