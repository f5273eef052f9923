package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One side's documents in a Lucene index in memory. Writers are kept apart by whoever owns the shelf; readers take the
 * current {@link ShelfView}, which never changes under them.
 *
 * <p>Words and concepts stand in fields of their audience ({@code KO.PUBLIC}, {@code CONCEPT.MEMBERS}), so a question
 * reads only what it may see, statistics included.
 */
final class DocumentShelf implements AutoCloseable {

    static final String CONCEPT = "CONCEPT";
    static final String MEANING = "MEANING";
    static final String SUBJECT = "subject";
    static final String HEAD = "head";
    static final String TEXT = "text";
    static final String SENTENCES = "sentences";
    static final String COUNTS = "counts";

    /** Numbers of a document that every ranking needs. */
    static final String ORDINAL = "ordinal";

    static final String WEIGHT = "weight";
    static final String YEAR = "year";
    static final String WORDS = "words";
    static final String CONCEPTS = "concepts";
    static final String AUDIENCE = "audience";
    static final String STANDING = "standing";

    /** 64 bits of the row's id. */
    static final String ROW = "row";

    /** A topic that a person attached counts as this many mentions. */
    private static final int TOPIC_MENTIONS = 2;

    private static final FieldType COUNTED = new FieldType();

    static {
        COUNTED.setTokenized(true);
        COUNTED.setOmitNorms(true);
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
    }

    private final Interpretation interpretation;
    private final IndexWriter writer;

    /** Every subject that ever stood here, in the order in which they came; its place is its ordinal. */
    private final Map<Subject, Integer> ordinals = new LinkedHashMap<>();

    private final Numbering numbering = new Numbering();
    private volatile ShelfView view;

    DocumentShelf(Interpretation interpretation) {
        this.interpretation = interpretation;
        try {
            this.writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig().setRAMBufferSizeMB(64).setCodec(new EveryVector()));
            this.view = ShelfView.open(DirectoryReader.open(writer), new Subject[0], numbering, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that was read already. {@code place}: where its meaning lies, as {@link Steps}; empty for nowhere. */
    record Entry(IndexedDocument document, List<TextAnalysis.Sentence> sentences, TextReading reading, byte[] place) {

        static Entry of(IndexedDocument document, Interpretation interpretation) {
            List<TextAnalysis.Sentence> sentences = interpretation.analysis().sentences(document.text());
            return new Entry(document, sentences, TextReading.of(sentences), Steps.of(interpretation.place(sentences)));
        }

        /** How often each concept is named, or stands for as much as that. */
        Map<ConceptId, Integer> mentions() {
            Map<ConceptId, Integer> mentions = new HashMap<>(reading.mentions());
            document.topics().forEach(topic -> mentions.merge(topic, TOPIC_MENTIONS, Integer::sum));
            return mentions;
        }
    }

    private Entry read(IndexedDocument document) {
        return Entry.of(document, interpretation);
    }

    /** Adds documents to an empty shelf. */
    void fill(Stream<IndexedDocument> documents) {
        add(documents.map(this::read));
    }

    /** Adds documents to an empty shelf. */
    void add(Stream<Entry> entries) {
        try {
            Iterator<Entry> all = entries.iterator();
            while (all.hasNext()) {
                writer.addDocument(indexed(all.next()));
            }
            // Every segment costs every ranking a look at each word asked.
            writer.forceMerge(1);
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes these the only documents of the subject; none removes it. */
    void replace(Subject subject, Collection<IndexedDocument> documents) {
        try {
            List<Document> indexed = new ArrayList<>();
            for (IndexedDocument document : documents) {
                if (!document.subject().equals(subject)) {
                    throw new IllegalArgumentException("document " + document.id() + " is not about " + subject);
                }
                indexed.add(indexed(read(document)));
            }
            Term key = new Term(SUBJECT, ShelfView.key(subject));
            if (indexed.isEmpty()) {
                writer.deleteDocuments(key);
            } else {
                writer.updateDocuments(key, indexed);
            }
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The current documents, held until the view is {@linkplain ShelfView#release released}; {@code null} when they were
     * let go in between, and whoever asks should look again.
     */
    @Nullable
    ShelfView tryAcquire() {
        ShelfView current = view;
        return current.tryAcquire() ? current : null;
    }

    /** The current documents, for the one who alone knows this shelf: they can be read until it is closed. */
    ShelfView current() {
        return view;
    }

    private void refresh() throws IOException {
        ShelfView old = view;
        DirectoryReader changed = DirectoryReader.openIfChanged(old.reader(), writer);
        if (changed != null) {
            view = ShelfView.open(changed, ordinals.keySet().toArray(Subject[]::new), numbering, old);
            old.release();
        }
    }

    private Document indexed(Entry entry) throws IOException {
        IndexedDocument document = entry.document();
        Map<Language, List<String>> words = entry.reading().words();
        Map<ConceptId, Integer> mentions = entry.mentions();
        byte[] meaning = entry.place();

        Document fields = new Document();
        fields.add(new StringField(SUBJECT, ShelfView.key(document.subject()), Field.Store.NO));
        fields.add(new BinaryDocValuesField(HEAD, ShelfView.head(document)));
        fields.add(new BinaryDocValuesField(TEXT, new BytesRef(document.text())));
        fields.add(new BinaryDocValuesField(SENTENCES, MarkedSentence.stored(entry.sentences(), numbering)));
        UUID row = document.source().row();
        fields.add(new NumericDocValuesField(ROW, row.getMostSignificantBits() ^ row.getLeastSignificantBits()));
        fields.add(new NumericDocValuesField(STANDING, document.standing() ? 1 : 0));
        fields.add(new NumericDocValuesField(
                ORDINAL, ordinals.computeIfAbsent(document.subject(), any -> ordinals.size())));
        fields.add(new NumericDocValuesField(WEIGHT, Float.floatToIntBits((float) document.weight())));
        fields.add(new NumericDocValuesField(YEAR, document.year()));
        fields.add(new NumericDocValuesField(AUDIENCE, document.audience().ordinal()));
        fields.add(new NumericDocValuesField(
                WORDS, words.values().stream().mapToInt(List::size).sum()));
        Map<Object, Integer> counts = new HashMap<>(mentions);
        words.forEach((language, forms) ->
                forms.forEach(form -> counts.merge(new TextAnalysis.Term(language, form), 1, Integer::sum)));
        fields.add(new BinaryDocValuesField(COUNTS, FormCounts.stored(counts, numbering)));
        words.forEach((language, forms) ->
                fields.add(new Field(field(language.name(), document.audience()), new Forms(forms), COUNTED)));
        if (meaning.length > 0) {
            String field = field(MEANING, document.audience());
            fields.add(new KnnByteVectorField(field, meaning, VectorSimilarityFunction.COSINE));
        }
        if (!mentions.isEmpty()) {
            List<String> forms = new ArrayList<>();
            mentions.forEach((concept, count) -> {
                for (int i = 0; i < count; i++) {
                    forms.add(concept.toString());
                }
            });
            fields.add(new Field(field(CONCEPT, document.audience()), new Forms(forms), COUNTED));
            fields.add(new NumericDocValuesField(CONCEPTS, forms.size()));
        }
        return fields;
    }

    static String field(String kind, Audience audience) {
        return kind + "." + audience.name();
    }

    /** Ends writing. Views that are still held stay readable, since the directory is only memory. */
    @Override
    public void close() {
        try {
            view.release();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps vectors without a graph: they are looked at one by one. */
    private static final class EveryVector extends Lucene104Codec {

        private static final KnnVectorsFormat FLAT = new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                null,
                Integer.MAX_VALUE);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return FLAT;
        }
    }

    /** Forms that were analysed already. */
    private static final class Forms extends TokenStream {

        private final List<String> forms;
        private final CharTermAttribute form = addAttribute(CharTermAttribute.class);
        private int next;

        Forms(List<String> forms) {
            this.forms = forms;
        }

        @Override
        public boolean incrementToken() {
            if (next == forms.size()) {
                return false;
            }
            clearAttributes();
            form.setEmpty().append(forms.get(next++));
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
