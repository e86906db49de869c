package dev.xeroauth.testkit.internal.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/** Taxes, rates and totals. */
final class Sums {

    /** The most places of a unit amount, and those of a quantity. */
    static final int PLACES = 4;

    private static final BigDecimal ONE = new BigDecimal("1.000000");
    private static final BigDecimal ABROAD = new BigDecimal("0.915000");
    private static final BigDecimal TAX = new BigDecimal("0.15");
    private static final Set<String> WITHOUT_TAX = Set.of(
            "NONE",
            "ZERORATED",
            "ZERORATEDINPUT",
            "ZERORATEDOUTPUT",
            "EXEMPTINPUT",
            "EXEMPTOUTPUT",
            "EXEMPTEXPENSES",
            "BASEXCLUDED");

    private Sums() {}

    /** 1 at home, in New Zealand. */
    static BigDecimal rate(String currency) {
        return currency.equals("NZD") ? ONE : ABROAD;
    }

    static BigDecimal tax(BigDecimal lineAmount, String taxType, String lineAmountTypes) {
        if (lineAmountTypes.equals("NoTax") || WITHOUT_TAX.contains(taxType)) {
            return new BigDecimal("0.00");
        }
        BigDecimal taxed = lineAmount.multiply(TAX);
        return lineAmountTypes.equals("Inclusive")
                ? taxed.divide(BigDecimal.ONE.add(TAX), 2, RoundingMode.HALF_UP)
                : Trees.cents(taxed);
    }

    /** Adds up the lines. */
    static void total(Draft draft) {
        var lines = draft.tree.path("LineItems");
        BigDecimal amounts = Trees.sum(lines, "LineAmount");
        BigDecimal tax = Trees.sum(lines, "TaxAmount");
        boolean inclusive = draft.text("LineAmountTypes").equals("Inclusive");
        BigDecimal net = inclusive ? amounts.subtract(tax) : amounts;
        draft.tree
                .put("SubTotal", Trees.cents(net))
                .put("TotalTax", Trees.cents(tax))
                .put("Total", Trees.cents(net.add(tax)));
    }
}
