package dev.xeroauth.accounting.processor;

/** What is wrong in a table, in words for whoever wrote it. */
final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TableException(String problem) {
        super(problem);
    }
}
