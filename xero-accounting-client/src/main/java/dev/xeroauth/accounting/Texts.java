package dev.xeroauth.accounting;

/** What addresses make of texts. */
final class Texts {

    /** A byte that an address cannot hold as it is becomes a percent sign and two digits. */
    private static final int ESCAPED_BYTE = 3;

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int THREE_BYTES = 0x10000;

    private Texts() {}

    /** Whether no surrogate stands alone: UTF-8 has nothing for half a character, and a question mark would be sent. */
    static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** The most characters that a text takes as part of a query. */
    static int encodedLength(String text) {
        return text.codePoints().map(Texts::encodedLength).sum();
    }

    private static int encodedLength(int point) {
        if (point < ONE_BYTE) {
            return Character.isLetterOrDigit(point) || point == '-' ? 1 : ESCAPED_BYTE;
        }
        int bytes = point < TWO_BYTES ? 2 : point < THREE_BYTES ? 3 : 4;
        return bytes * ESCAPED_BYTE;
    }
}
