package kr.nairl.platform.core.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One side's documents in an index of an OpenSearch cluster, which holds them as this engine read them: the cluster
 * analyses nothing. Words and concepts stand in fields of their audience ({@code KO.PUBLIC}, {@code CONCEPT.MEMBERS}), so
 * a question reads only what it may see, the cluster's own statistics included.
 */
final class ClusterIndex {

    /** Changes with every change of the mapping. */
    static final int MAPPING = 1;

    private static final String SUBJECT = "subject";
    private static final String AUDIENCE = "audience";
    private static final String WORDS = "words";
    private static final String CONCEPTS = "concepts";
    private static final String DIGEST = "digest";
    private static final String SCORED = "scored";
    private static final String QUOTED = "quoted";

    private static final Duration WRITING = Duration.ofMinutes(2);
    private static final String SCROLL = "2m";
    private static final int PAGE = 5_000;
    private static final int BULK_CHARACTERS = 4 << 20;

    /** Subjects whose documents are asked for in one request. */
    private static final int SUBJECTS = 128;

    private static final int MOST_DOCUMENTS = 100_000;

    /** Fewer than a cluster takes in one question unless told otherwise. */
    private static final int MOST_CLAUSES = 1_000;

    /** The strongest forms choose candidates, until this many of their occurrences were asked for. */
    private static final long MOST_OCCURRENCES = 1_000_000;

    private final SearchCluster cluster;
    private final JsonMapper json;
    private final String name;

    ClusterIndex(SearchCluster cluster, JsonMapper json, String name) {
        this.cluster = cluster;
        this.json = json;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Makes it unless it stands there. */
    void create(Weights weights, int shards) {
        if (cluster.ask("HEAD", "/" + name, "", WRITING).isGood()) {
            return;
        }
        ObjectNode index = json.createObjectNode();
        ObjectNode settings = index.putObject("settings");
        settings.put("number_of_shards", shards);
        settings.put("auto_expand_replicas", "0-1");
        // Every change ends with a refresh of its own.
        settings.put("refresh_interval", "-1");
        settings.put("max_result_window", MOST_DOCUMENTS);
        ObjectNode similarity = settings.putObject("similarity");
        similarity(similarity.putObject(WORDS), weights.wordSaturation(), weights.wordLength());
        similarity(similarity.putObject(CONCEPTS), weights.conceptSaturation(), weights.conceptLength());
        ObjectNode mappings = index.putObject("mappings");
        mappings.put("dynamic", "strict");
        mappings.putObject("_source").put("enabled", false);
        ObjectNode fields = mappings.putObject("properties");
        fields.putObject(SUBJECT).put("type", "keyword");
        fields.putObject(AUDIENCE).put("type", "keyword");
        for (String number : List.of(WORDS, CONCEPTS)) {
            fields.putObject(number).put("type", "integer").put("index", false);
        }
        fields.putObject(DIGEST).put("type", "long").put("index", false);
        fields.putObject(SCORED).put("type", "binary").put("doc_values", true);
        fields.putObject(QUOTED).put("type", "binary").put("store", true);
        for (Audience audience : Audience.values()) {
            for (Language language : Language.values()) {
                counted(fields.putObject(DocumentShelf.field(language.name(), audience)), WORDS);
            }
            counted(fields.putObject(DocumentShelf.field(DocumentShelf.CONCEPT, audience)), CONCEPTS);
        }
        SearchCluster.Answer made = cluster.ask("PUT", "/" + name, index.toString(), WRITING);
        // Another node may have been quicker.
        if (!made.isGood() && !errorOf(made).equals("resource_already_exists_exception")) {
            throw refused("making an index", made);
        }
    }

    private static void similarity(ObjectNode similarity, double saturation, double length) {
        similarity.put("type", "BM25").put("k1", saturation).put("b", length);
    }

    private static void counted(ObjectNode field, String similarity) {
        field.put("type", "text")
                .put("analyzer", "whitespace")
                .put("index_options", "freqs")
                .put("similarity", similarity);
    }

    /**
     * Makes these the only documents; what stands there already as it should is not read again. The next ranking sees it.
     *
     * @param subject whose documents alone are meant; absent for all that the index holds
     */
    void keep(@Nullable Subject subject, Stream<IndexedDocument> documents, Interpretation interpretation) {
        Map<String, Long> stale = digests(subject);
        Bulk bulk = new Bulk();
        Iterator<IndexedDocument> all = documents.iterator();
        while (all.hasNext()) {
            IndexedDocument document = all.next();
            String id = ShelfView.key(document.subject()) + "/" + document.id();
            long digest = StoredEntry.digest(document);
            Long standing = stale.remove(id);
            if (standing == null || standing != digest) {
                bulk.put(id, digest, DocumentShelf.Entry.of(document, interpretation));
            }
        }
        stale.keySet().forEach(bulk::remove);
        bulk.end();
    }

    /** What stands there, with its digests. */
    private Map<String, Long> digests(@Nullable Subject subject) {
        ObjectNode search = json.createObjectNode().put("size", PAGE);
        if (subject != null) {
            search.putObject("query").putObject("term").put(SUBJECT, ShelfView.key(subject));
        }
        search.putArray("docvalue_fields").add(DIGEST);
        search.putArray("sort").add("_doc");
        Map<String, Long> digests = new HashMap<>();
        JsonNode page = asked("/" + name + "/_search?scroll=" + SCROLL, search.toString(), WRITING);
        String scroll = page.path("_scroll_id").asString("");
        while (!page.path("hits").path("hits").isEmpty()) {
            for (JsonNode hit : page.path("hits").path("hits")) {
                digests.put(
                        hit.path("_id").asString(),
                        hit.path("fields").path(DIGEST).path(0).asLong());
            }
            page = asked(
                    "/_search/scroll", scrolling(scroll).put("scroll", SCROLL).toString(), WRITING);
        }
        cluster.ask("DELETE", "/_search/scroll", scrolling(scroll).toString(), WRITING);
        return digests;
    }

    private ObjectNode scrolling(String id) {
        return json.createObjectNode().put("scroll_id", id);
    }

    /** Writes that are sent together. */
    private final class Bulk {

        private final StringBuilder lines = new StringBuilder();
        private boolean changed;

        void put(String id, long digest, DocumentShelf.Entry entry) {
            IndexedDocument document = entry.document();
            ObjectNode fields = json.createObjectNode();
            fields.put(SUBJECT, ShelfView.key(document.subject()));
            fields.put(AUDIENCE, document.audience().name());
            fields.put(DIGEST, digest);
            fields.put(SCORED, StoredEntry.scored(entry));
            fields.put(QUOTED, StoredEntry.quoted(entry));
            int words = 0;
            for (Map.Entry<Language, List<String>> of : entry.reading().words().entrySet()) {
                fields.put(
                        DocumentShelf.field(of.getKey().name(), document.audience()), String.join(" ", of.getValue()));
                words += of.getValue().size();
            }
            fields.put(WORDS, words);
            List<String> concepts = new ArrayList<>();
            entry.mentions().forEach((concept, count) -> {
                for (int i = 0; i < count; i++) {
                    concepts.add(concept.toString());
                }
            });
            fields.put(DocumentShelf.field(DocumentShelf.CONCEPT, document.audience()), String.join(" ", concepts));
            fields.put(CONCEPTS, concepts.size());
            line("index", id);
            lines.append(fields).append('\n');
            send(BULK_CHARACTERS);
        }

        void remove(String id) {
            line("delete", id);
            send(BULK_CHARACTERS);
        }

        private void line(String action, String id) {
            ObjectNode line = json.createObjectNode();
            line.putObject(action).put("_id", id);
            lines.append(line).append('\n');
            changed = true;
        }

        void end() {
            send(1);
            if (changed) {
                asked("/" + name + "/_refresh", "", WRITING);
            }
        }

        private void send(int from) {
            if (lines.length() < from) {
                return;
            }
            JsonNode done =
                    asked("/" + name + "/_bulk?filter_path=errors,items.*.error.type", lines.toString(), WRITING);
            if (done.path("errors").asBoolean(true)) {
                throw new SearchCluster.UnreachableException("the search cluster refused documents: "
                        + done.path("items").findValuesAsString("type"));
            }
            lines.setLength(0);
        }
    }

    /**
     * How many documents and words these audiences may see.
     *
     * @param words in all of the documents
     * @param concepts mentions in all of the documents
     */
    record Totals(int documents, double words, double concepts) {}

    /** The cluster remembers the answer until something changes. */
    Totals totals(Set<Audience> visible, Duration patience) {
        ObjectNode search = json.createObjectNode().put("size", 0).put("track_total_hits", false);
        ObjectNode of = search.putObject("aggs").putObject(AUDIENCE);
        of.putObject("terms").put("field", AUDIENCE);
        ObjectNode sums = of.putObject("aggs");
        for (String number : List.of(WORDS, CONCEPTS)) {
            sums.putObject(number).putObject("sum").put("field", number);
        }
        long documents = 0;
        double words = 0;
        double concepts = 0;
        JsonNode told = search(search, patience);
        for (JsonNode bucket : told.path("aggregations").path(AUDIENCE).path("buckets")) {
            if (visible.contains(Audience.valueOf(bucket.path("key").asString()))) {
                documents += bucket.path("doc_count").asLong();
                words += bucket.path(WORDS).path("value").asDouble();
                concepts += bucket.path(CONCEPTS).path("value").asDouble();
            }
        }
        return new Totals(Math.toIntExact(documents), words, concepts);
    }

    /** A form of a kind, as in {@link Statistics#holding}. */
    record Form(String kind, String form) {}

    /** How many documents that these audiences may see hold each form. */
    Map<Form, Integer> holding(Collection<Form> forms, Set<Audience> visible, Duration patience) {
        Map<Form, Integer> holding = new LinkedHashMap<>();
        if (forms.isEmpty()) {
            return holding;
        }
        ObjectNode search = json.createObjectNode().put("size", 0).put("track_total_hits", false);
        ArrayNode filters =
                search.putObject("aggs").putObject("forms").putObject("filters").putArray("filters");
        for (Form form : forms) {
            for (Audience audience : visible) {
                filters.addObject().putObject("term").put(DocumentShelf.field(form.kind(), audience), form.form());
            }
        }
        Iterator<JsonNode> buckets = search(search, patience)
                .path("aggregations")
                .path("forms")
                .path("buckets")
                .iterator();
        for (Form form : forms) {
            int sum = 0;
            for (int i = 0; i < visible.size(); i++) {
                sum += buckets.next().path("doc_count").asInt();
            }
            holding.put(form, sum);
        }
        return holding;
    }

    /**
     * Keys of the likeliest subjects, those with the likeliest documents first. What a document is likely to be given is
     * close to what it will be given, but by words and concepts alone.
     *
     * @param wanted the strongest first
     */
    List<String> likeliest(
            List<Scoring.Wanted> wanted, Statistics statistics, Set<Audience> visible, int most, Duration patience) {
        ArrayNode should = json.createArrayNode();
        long occurrences = 0;
        for (Scoring.Wanted one : wanted) {
            int holding = statistics.holding(one.kind(), one.form());
            occurrences += holding;
            if (should.size() + visible.size() > MOST_CLAUSES
                    || (occurrences > MOST_OCCURRENCES && !should.isEmpty())) {
                break;
            }
            // The cluster multiplies with its own rarity, which is nearly this.
            double all = statistics.documents();
            double boost = one.full() / Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
            for (Audience audience : visible) {
                should.addObject()
                        .putObject("term")
                        .putObject(DocumentShelf.field(one.kind(), audience))
                        .put("value", one.form())
                        .put("boost", (float) boost);
            }
        }
        List<String> subjects = new ArrayList<>();
        if (should.isEmpty()) {
            return subjects;
        }
        ObjectNode search = json.createObjectNode()
                .put("size", most)
                .put("track_total_hits", false)
                .put("stored_fields", "_none_");
        search.putObject("query").putObject("bool").set("should", should);
        search.putObject("collapse").put("field", SUBJECT);
        for (JsonNode hit : search(search, patience).path("hits").path("hits")) {
            subjects.add(hit.path("fields").path(SUBJECT).path(0).asString());
        }
        return subjects;
    }

    /** Each subject's documents that these audiences may see, by its key. {@code quoting}: with texts and sentences. */
    Map<String, List<DocumentShelf.Entry>> documents(
            List<String> subjects, Set<Audience> visible, boolean quoting, Deadline deadline) {
        Map<String, List<DocumentShelf.Entry>> documents = new HashMap<>();
        for (int from = 0; from < subjects.size(); from += SUBJECTS) {
            List<String> some = subjects.subList(from, Math.min(subjects.size(), from + SUBJECTS));
            ObjectNode search = json.createObjectNode().put("size", MOST_DOCUMENTS);
            ArrayNode filter = search.putObject("query").putObject("bool").putArray("filter");
            ArrayNode keys = filter.addObject().putObject("terms").putArray(SUBJECT);
            some.forEach(keys::add);
            ArrayNode audiences = filter.addObject().putObject("terms").putArray(AUDIENCE);
            visible.forEach(audience -> audiences.add(audience.name()));
            search.putArray("docvalue_fields").add(SCORED);
            search.putArray("sort").add("_doc");
            if (quoting) {
                search.putArray("stored_fields").add(QUOTED);
            } else {
                search.put("stored_fields", "_none_");
            }
            JsonNode hits = search(search, deadline.left()).path("hits");
            if (hits.path("total").path("value").asLong() > hits.path("hits").size()) {
                throw new IllegalStateException(
                        some.size() + " subjects have more than " + MOST_DOCUMENTS + " documents");
            }
            for (JsonNode hit : hits.path("hits")) {
                JsonNode fields = hit.path("fields");
                DocumentShelf.Entry entry =
                        StoredEntry.read(bytes(fields.path(SCORED)), quoting ? bytes(fields.path(QUOTED)) : null);
                documents
                        .computeIfAbsent(ShelfView.key(entry.document().subject()), any -> new ArrayList<>())
                        .add(entry);
            }
        }
        return documents;
    }

    private static byte[] bytes(JsonNode field) {
        return Base64.getDecoder().decode(field.path(0).asString());
    }

    private JsonNode search(ObjectNode search, Duration patience) {
        JsonNode told = asked(
                "/" + name + "/_search?allow_partial_search_results=false&filter_path=timed_out,hits,aggregations",
                search.toString(),
                patience);
        if (told.path("timed_out").asBoolean(false)) {
            throw new SearchCluster.UnreachableException("the search cluster gave up early");
        }
        return told;
    }

    private JsonNode asked(String path, String body, Duration patience) {
        SearchCluster.Answer answer = cluster.ask("POST", path, body, patience);
        if (!answer.isGood()) {
            throw refused("asking", answer);
        }
        return answer.body();
    }

    static SearchCluster.UnreachableException refused(String what, SearchCluster.Answer answer) {
        // The reason that it gives may quote what was sent.
        return new SearchCluster.UnreachableException(
                what + ": the search cluster answered " + answer.status() + " " + errorOf(answer));
    }

    private static String errorOf(SearchCluster.Answer answer) {
        return answer.body().path("error").path("type").asString("");
    }

    /** When a ranking must be done. */
    static final class Deadline {

        private final long end;

        Deadline(Duration patience) {
            this.end = System.nanoTime() + patience.toNanos();
        }

        /** @throws SearchCluster.UnreachableException when it is past */
        Duration left() {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new SearchCluster.UnreachableException("the search cluster was too slow");
            }
            return Duration.ofNanos(left);
        }
    }
}
