package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that an organisation has, as it was at one time. For one thread until it is published, and never changed then. */
public final class Records {

    private final Map<String, Map<UUID, Document>> shelves = new HashMap<>();
    private final Contacts contacts;
    private final Map<UUID, List<Attachment>> files;
    private final Map<UUID, List<ObjectNode>> histories;

    Records() {
        this(new Contacts(), new HashMap<>(), new HashMap<>());
    }

    private Records(Contacts contacts, Map<UUID, List<Attachment>> files, Map<UUID, List<ObjectNode>> histories) {
        this.contacts = contacts;
        this.files = files;
        this.histories = histories;
    }

    Records copy() {
        Records copy = new Records(contacts.copy(), new HashMap<>(files), new HashMap<>(histories));
        shelves.forEach((name, shelf) -> copy.shelves.put(name, new LinkedHashMap<>(shelf)));
        return copy;
    }

    /** In the order of the last change. */
    public Collection<Document> all(Resource resource) {
        return Collections.unmodifiableCollection(
                shelves.getOrDefault(resource.name(), Map.of()).values());
    }

    /** The one with this id. */
    public Optional<Document> find(Resource resource, UUID id) {
        return Optional.ofNullable(
                shelves.getOrDefault(resource.name(), Map.of()).get(id));
    }

    /** The first with this id or number. */
    public Optional<Document> find(Resource resource, String idOrNumber) {
        Optional<Document> byId = Trees.id(idOrNumber).flatMap(id -> find(resource, id));
        String number = resource.number();
        return byId.isPresent() || number == null || idOrNumber.isEmpty()
                ? byId
                : all(resource).stream()
                        .filter(each -> each.text(number).equals(idOrNumber))
                        .findFirst();
    }

    /** The contacts. */
    public Contacts contacts() {
        return contacts;
    }

    /** The files of a document, in the order in which they came. */
    public List<Attachment> files(UUID document) {
        return files.getOrDefault(document, List.of());
    }

    /** Other files than before. */
    public void file(UUID document, List<Attachment> all) {
        files.put(document, List.copyOf(all));
    }

    /** What has happened to a document, the latest first. */
    public List<ObjectNode> history(UUID document) {
        List<ObjectNode> latestFirst = new ArrayList<>(histories.getOrDefault(document, List.of()));
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    /** Something has happened to a document. */
    public ObjectNode note(UUID document, Instant at, String changes, String details) {
        ObjectNode record = Trees.JSON
                .objectNode()
                .put("Changes", changes)
                .put("DateUTCString", Dates.companion(at).replace("Z", ""))
                .put("DateUTC", Dates.microsoft(at))
                .put("User", "System Generated")
                .put("Details", details);
        List<ObjectNode> more = new ArrayList<>(histories.getOrDefault(document, List.of()));
        more.add(record);
        histories.put(document, List.copyOf(more));
        return record;
    }

    /** Behind all others, where it stays until it or another changes. */
    void shelve(Resource resource, Document document) {
        Map<UUID, Document> shelf = shelves.computeIfAbsent(resource.name(), none -> new LinkedHashMap<>());
        shelf.remove(document.id());
        shelf.put(document.id(), document);
    }

    /** In the place of the one with its id. */
    public void replace(Resource resource, Document document) {
        shelves.computeIfAbsent(resource.name(), none -> new LinkedHashMap<>()).put(document.id(), document);
    }
}
