package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The accounting API behind token, tenant and limits: every operation of every resource. Thread-safe. */
final class AccountingApi {

    private static final String ATTACHMENTS = "Attachments";
    private static final String HISTORY = "History";
    private static final String READ = ".read";
    private static final Set<String> PUT_OR_POST = Set.of("PUT", "POST");

    private final Idempotency idempotency = new Idempotency();
    private final BodyLimit limit;

    AccountingApi(BodyLimit limit) {
        this.limit = limit;
    }

    /** @param scopes what the token allows */
    Answer answer(Call call, List<String> scopes) {
        Optional<Function<Call, Answer>> operation = operation(call);
        if (operation.isEmpty()) {
            return Problems.notFound();
        }
        if (scopes.stream().noneMatch(scope -> allows(scope, call))) {
            return Problems.scopeMissing();
        }
        Answer answer = call.method().equals("GET")
                ? operation.get().apply(call)
                : idempotency.once(call, () -> operation.get().apply(call));
        boolean xml = answer.status() == 200 && answer.isOwnJson() && !accepts(call, "application/json");
        return xml ? Answer.text(200, "text/xml; charset=utf-8", "<Response><Status>OK</Status></Response>") : answer;
    }

    private static boolean allows(String scope, Call call) {
        boolean files = call.path().size() > 2 && call.path().get(2).equals(ATTACHMENTS);
        List<String> either =
                files ? List.of("accounting.attachments") : call.resource().scopes();
        boolean onlyReads = call.method().equals("GET") && scope.endsWith(READ);
        return either.contains(onlyReads ? scope.substring(0, scope.length() - READ.length()) : scope);
    }

    private Optional<Function<Call, Answer>> operation(Call call) {
        List<String> path = call.path();
        return switch (path.size()) {
            case 1 -> ofAll(call.method());
            case 2 -> ofOne(call.method());
            case 3 ->
                path.get(2).equals(ATTACHMENTS) || path.get(2).equals(HISTORY)
                        ? ofPart(call.method(), path.get(2))
                        : ofPaper(call.resource(), call.method(), path.get(2));
            case 4 -> path.get(2).equals(ATTACHMENTS) ? ofFile(call.method()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Function<Call, Answer>> ofAll(String method) {
        return switch (method) {
            case "GET" -> Optional.of(ListApi::list);
            case "PUT", "POST" -> Optional.of(call -> limit.within(call, WriteApi::batch));
            default -> Optional.empty();
        };
    }

    private Optional<Function<Call, Answer>> ofOne(String method) {
        return switch (method) {
            case "GET" -> Optional.of(call -> found(call, document -> one(call, document)));
            case "POST" -> Optional.of(call -> limit.within(call, WriteApi::update));
            default -> Optional.empty();
        };
    }

    private static Answer one(Call call, Document document) {
        if (call.resource().papers().contains("pdf") && accepts(call, "application/pdf")) {
            return PaperApi.pdf(document);
        }
        DocumentJson json = new DocumentJson(call.organisation().records(), call.unitPlaces());
        return Envelope.of(
                call.organisation().now(), call.resource().name(), Stream.of(json.alone(document, call.url())));
    }

    private Optional<Function<Call, Answer>> ofPart(String method, String part) {
        boolean files = part.equals(ATTACHMENTS);
        if (method.equals("GET")) {
            return Optional.of(call -> found(
                    call, document -> files ? AttachmentsApi.list(call, document) : HistoryApi.list(call, document)));
        }
        return method.equals("PUT") && !files
                ? Optional.of(call ->
                        limit.within(call, within -> found(within, document -> HistoryApi.add(within, document.id()))))
                : Optional.empty();
    }

    private static Optional<Function<Call, Answer>> ofFile(String method) {
        if (method.equals("GET")) {
            return Optional.of(call -> found(call, document -> AttachmentsApi.get(call, document)));
        }
        return PUT_OR_POST.contains(method)
                ? Optional.of(call -> found(call, document -> AttachmentsApi.store(call, document.id())))
                : Optional.empty();
    }

    private static Optional<Function<Call, Answer>> ofPaper(Resource resource, String method, String paper) {
        if (!resource.papers().contains(paper)) {
            return Optional.empty();
        }
        return switch (method + " " + paper) {
            case "GET pdf" -> Optional.of(call -> found(call, PaperApi::pdf));
            case "POST Email" -> Optional.of(call -> found(call, document -> PaperApi.email(call, document)));
            case "GET OnlineInvoice" -> Optional.of(call -> found(call, document -> PaperApi.online(call, document)));
            default -> Optional.empty();
        };
    }

    private static Answer found(Call call, Function<Document, Answer> work) {
        return call.document().map(work).orElseGet(Problems::notFound);
    }

    private static boolean accepts(Call call, String type) {
        return call.header("Accept").contains(type);
    }
}
