package dev.xeroauth.examples.web;

import static dev.xeroauth.accounting.model.InvoiceStatus.AUTHORISED;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.TenantId;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.Invoice;
import jakarta.servlet.http.HttpSession;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the customer sees of its organisations. */
@Controller
class OrganisationController {

    private final XeroClient xero;
    private final SignedIn signedIn;
    private final Customers customers;
    private final Standing standing;
    private final Clock clock;

    OrganisationController(XeroClient xero, SignedIn signedIn, Customers customers, Standing standing, Clock clock) {
        this.xero = xero;
        this.signedIn = signedIn;
        this.standing = standing;
        this.customers = customers;
        this.clock = clock;
    }

    /** On top of every page; nobody before the first consent. */
    @ModelAttribute("customer")
    @Nullable
    Customer customer(HttpSession session) {
        return customers.find(signedIn.grantId(session)).orElse(null);
    }

    @GetMapping("/")
    String home(HttpSession session, Model model) {
        GrantId grantId = signedIn.grantId(session);
        GrantStatus status = standing.of(grantId);
        if (status == GrantStatus.DISCONNECTED) {
            return "reconnect";
        }
        model.addAttribute("organisations", status == GrantStatus.ENDED ? List.of() : xero.connections(grantId));
        return "home";
    }

    @GetMapping("/organisations/{tenantId}")
    String overdue(@PathVariable("tenantId") UUID tenantId, HttpSession session, Model model) {
        GrantId grantId = signedIn.grantId(session);
        List<OverdueInvoice> overdue = overdue(grantId, new TenantId(tenantId));
        Map<String, BigDecimal> totals = new TreeMap<>();
        overdue.forEach(invoice -> totals.merge(invoice.currency(), invoice.amount(), BigDecimal::add));
        model.addAttribute("organisation", name(grantId, tenantId));
        model.addAttribute("invoices", overdue);
        model.addAttribute("totals", totals);
        return "overdue";
    }

    private String name(GrantId grantId, UUID tenantId) {
        return xero.connections(grantId).stream()
                .filter(connection -> connection.tenantId().value().equals(tenantId))
                .findFirst()
                .flatMap(Connection::name)
                .orElse("(no name)");
    }

    /** The oldest first. Whether the grant reaches the tenant is checked by the client. */
    private List<OverdueInvoice> overdue(GrantId grantId, TenantId tenantId) {
        LocalDate today = LocalDate.now(clock);
        List<OverdueInvoice> overdue = new ArrayList<>();
        for (Invoice invoice : xero.tenant(grantId, tenantId)
                .invoices()
                .list(query -> query.statuses(AUTHORISED).summaryOnly(true))) {
            OverdueInvoice.of(invoice, today).ifPresent(overdue::add);
        }
        overdue.sort(Comparator.comparing(OverdueInvoice::dueDate).thenComparing(OverdueInvoice::number));
        return overdue;
    }
}
