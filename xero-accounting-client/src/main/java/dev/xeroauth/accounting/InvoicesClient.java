package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.InvoiceType;
import dev.xeroauth.accounting.model.ValidationError;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sales invoices and bills of one tenant. Thread-safe; every method that calls Xero blocks. */
public final class InvoicesClient extends DocumentsClient<Invoice, InvoiceQuery, InvoiceQuery.Builder> {

    private static final Written<Invoice> KIND = new Written<>(
            new Resource<>("Invoices", Invoice.class),
            Invoice::invoiceId,
            Invoice::statusAttributeString,
            InvoicesClient::errors,
            Invoice::warnings);

    /** Archived ones too: an invoice that left the list when it is archived would be one whose change is missed. */
    private static final Synced<Invoice> SYNCED = new Synced<>(
            KIND.resource(),
            Invoice::invoiceId,
            Invoice::updatedDateUtc,
            Invoice::toJson,
            Map.of("includeArchived", "true"),
            true);

    InvoicesClient(ApiCalls calls) {
        super(calls, KIND, SYNCED, InvoiceQuery::builder);
    }

    /**
     * The same with options for every call.
     *
     * @param options added to those that this has
     * @return a view of this; nothing else changes
     */
    public InvoicesClient with(RequestOptions options) {
        return new InvoicesClient(calls().with(options));
    }

    /**
     * The sales invoice with a number, with everything that Xero has of it. Where a voided or deleted one has had the number
     * before, it is the one that still counts. Numbers of bills are not unique: {@code list(q -> q.invoiceNumbers(...))}
     * finds those.
     *
     * @param number as Xero has it, without a comma
     * @return the invoice, or empty if there is none
     * @throws IllegalArgumentException if the number is blank or holds a comma
     */
    public Optional<Invoice> findByNumber(String number) {
        return list(q -> q.invoiceNumbers(List.of(number))).stream()
                .filter(invoice ->
                        invoice.type().filter(InvoiceType.ACCREC::equals).isPresent())
                .filter(invoice ->
                        invoice.invoiceNumber().filter(number::equalsIgnoreCase).isPresent())
                .min(Comparator.comparing(InvoicesClient::isGone));
    }

    /**
     * Submits a draft for approval.
     *
     * @param invoice as it was read; nothing of it is sent but its id
     * @return the whole invoice as it is now
     * @throws IllegalArgumentException if it is in a status from which Xero certainly does not allow this
     * @throws ValidationException if Xero refuses it
     */
    public Invoice submit(Invoice invoice) {
        return to(InvoiceStatus.SUBMITTED, invoice);
    }

    /**
     * Approves a draft or a submitted invoice: it then counts in the accounts.
     *
     * @param invoice as it was read; nothing of it is sent but its id
     * @return the whole invoice as it is now
     * @throws IllegalArgumentException if it is in a status from which Xero certainly does not allow this
     * @throws ValidationException if Xero refuses it, for want of a due date perhaps
     */
    public Invoice authorise(Invoice invoice) {
        return to(InvoiceStatus.AUTHORISED, invoice);
    }

    /**
     * Voids an approved invoice that has no payments.
     *
     * @param invoice as it was read; nothing of it is sent but its id
     * @return the whole invoice as it is now
     * @throws IllegalArgumentException if it is in a status from which Xero certainly does not allow this
     * @throws ValidationException if Xero refuses it
     */
    public Invoice voidInvoice(Invoice invoice) {
        return to(InvoiceStatus.VOIDED, invoice);
    }

    /**
     * Deletes a draft or a submitted invoice. Xero keeps it with the status {@code DELETED}.
     *
     * @param invoice as it was read; nothing of it is sent but its id
     * @return the whole invoice as it is now
     * @throws IllegalArgumentException if it is in a status from which Xero certainly does not allow this
     * @throws ValidationException if Xero refuses it
     */
    public Invoice delete(Invoice invoice) {
        return to(InvoiceStatus.DELETED, invoice);
    }

    /**
     * The invoice as Xero prints it.
     *
     * @param id Xero's id
     * @return its PDF, not asked for yet
     */
    public Download pdf(UUID id) {
        return document(id).pdf();
    }

    /**
     * Has Xero send an approved sales invoice to the e-mail address of its contact, and marks it as sent.
     *
     * @param id Xero's id
     * @throws XeroApiException if Xero refuses it, for want of an address perhaps, or today's number of e-mails is used up
     * @throws UnreadableAnswerException if something else answers in Xero's place, a gateway's page for one: whether it was sent is
     *     unknown then
     * @throws XeroUnreachableException if there is no answer
     */
    public void email(UUID id) {
        document(id).email();
    }

    /**
     * Where the customer can see and pay a sales invoice that is approved. There is no address for a draft, and Xero does not say
     * how it answers then: ask for invoices alone that are authorised or paid.
     *
     * @param id Xero's id
     * @return the address, known to nobody else; empty if Xero answers without one
     * @throws NotFoundException if this tenant has none with that id, or perhaps if Xero shows the invoice to nobody
     * @throws UnreadableAnswerException if what Xero answers is no address
     * @throws XeroApiException if Xero answers with another failure
     * @throws XeroUnreachableException if there is no answer
     */
    public Optional<URI> onlineInvoiceUrl(UUID id) {
        return document(id).onlineInvoiceUrl();
    }

    private static Stream<ValidationError> errors(Invoice invoice) {
        return Stream.of(
                        invoice.validationErrors().stream(),
                        Written.errorsOfParts(invoice.contact(), invoice.lineItems()),
                        invoice.payments().stream().flatMap(payment -> payment.validationErrors().stream()))
                .flatMap(Function.identity());
    }

    /** Xero gives the number of such an invoice to another one. */
    private static boolean isGone(Invoice invoice) {
        return invoice.status()
                .filter(Set.of(InvoiceStatus.VOIDED, InvoiceStatus.DELETED)::contains)
                .isPresent();
    }

    private DocumentCalls document(UUID id) {
        return new DocumentCalls(calls(), url(id), operation());
    }

    private Invoice to(InvoiceStatus status, Invoice invoice) {
        StatusChanges.check(invoice, status);
        UUID id = invoice.invoiceId().orElseThrow(() -> new IllegalArgumentException("The invoice has no id"));
        return update(Invoice.builder().invoiceId(id).status(status).build());
    }
}
