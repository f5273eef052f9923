package kr.nairl.platform.core.matching;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A shelf's documents at one moment. Deleted documents are gone from it, statistics included, so what is read does not
 * depend on the way the shelf came to its content; only of a form that stands in very many documents of a segment with
 * deleted ones the number is estimated. Held by counting: every acquired view is released once.
 *
 * <p>What ranking needs of every document lies in plain arrays, 32 bytes a document; all else is read when it is asked.
 */
final class ShelfView {

    /** What is known of a document without reading its text. */
    record Head(UUID id, SourceReference source, Set<Integer> subProjects) {}

    /** Takes a document that holds a form, and how often it does. */
    interface Posting {
        void accept(int document, int count);
    }

    /** Takes a document, the number of a word or concept in it, and how often it has that. */
    interface EachCount {
        void accept(int document, int number, int count);

        /** After the last of a document. */
        void end(int document);
    }

    /** Takes a document and how near it lies, -1 to 1. */
    interface Near {
        void accept(int document, double cosine);
    }

    private static final int GONE = -1;
    private static final Audience[] AUDIENCES = Audience.values();

    private final DirectoryReader reader;
    private final Numbering numbering;
    private final Map<Object, Columns> segments = new HashMap<>();
    private final Subject[] subjects;
    private final int[] subjectOf;
    private final float[] weights;
    private final short[] years;
    private final int[] words;
    private final int[] concepts;
    private final long[] rows;
    private final boolean[] standing;
    private final byte[] audiences;

    /** The documents of the subject with ordinal i are {@code bySubject[firstOf[i]]} up to {@code firstOf[i + 1]}. */
    private final int[] firstOf;

    private final int[] bySubject;
    private final int[] documents = new int[AUDIENCES.length];
    private final long[] totalWords = new long[AUDIENCES.length];
    private final long[] totalConcepts = new long[AUDIENCES.length];

    /** What never changes of a segment. */
    private record Columns(
            int[] subjectOf,
            float[] weights,
            short[] years,
            int[] words,
            int[] concepts,
            long[] rows,
            boolean[] standing,
            byte[] audiences) {

        static Columns of(LeafReader segment) throws IOException {
            int size = segment.maxDoc();
            Columns columns = new Columns(
                    new int[size],
                    new float[size],
                    new short[size],
                    new int[size],
                    new int[size],
                    new long[size],
                    new boolean[size],
                    new byte[size]);
            each(segment, DocumentShelf.ORDINAL, (document, value) -> columns.subjectOf[document] = (int) value);
            each(
                    segment,
                    DocumentShelf.WEIGHT,
                    (document, value) -> columns.weights[document] = Float.intBitsToFloat((int) value));
            each(segment, DocumentShelf.YEAR, (document, value) -> columns.years[document] = (short) value);
            each(segment, DocumentShelf.WORDS, (document, value) -> columns.words[document] = (int) value);
            each(segment, DocumentShelf.CONCEPTS, (document, value) -> columns.concepts[document] = (int) value);
            each(segment, DocumentShelf.ROW, (document, value) -> columns.rows[document] = value);
            each(segment, DocumentShelf.STANDING, (document, value) -> columns.standing[document] = value != 0);
            each(segment, DocumentShelf.AUDIENCE, (document, value) -> columns.audiences[document] = (byte) value);
            return columns;
        }

        private interface Value {
            void accept(int document, long value);
        }

        private static void each(LeafReader segment, String field, Value take) throws IOException {
            NumericDocValues values = segment.getNumericDocValues(field);
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                take.accept(values.docID(), values.longValue());
            }
        }
    }

    private ShelfView(DirectoryReader reader, Subject[] subjects, Numbering numbering, Map<Object, Columns> known)
            throws IOException {
        this.reader = reader;
        this.numbering = numbering;
        this.subjects = subjects;
        int size = reader.maxDoc();
        this.subjectOf = new int[size];
        this.weights = new float[size];
        this.years = new short[size];
        this.words = new int[size];
        this.concepts = new int[size];
        this.rows = new long[size];
        this.standing = new boolean[size];
        this.audiences = new byte[size];
        for (LeafReaderContext leaf : reader.leaves()) {
            Object key = leaf.reader().getCoreCacheHelper().getKey();
            Columns columns = known.get(key);
            if (columns == null) {
                columns = Columns.of(leaf.reader());
            }
            segments.put(key, columns);
            take(leaf, columns);
        }
        this.firstOf = new int[subjects.length + 1];
        for (int subject : subjectOf) {
            if (subject != GONE) {
                firstOf[subject + 1]++;
            }
        }
        for (int subject = 0; subject < subjects.length; subject++) {
            firstOf[subject + 1] += firstOf[subject];
        }
        this.bySubject = new int[firstOf[subjects.length]];
        int[] next = firstOf.clone();
        for (int document = 0; document < size; document++) {
            if (subjectOf[document] != GONE) {
                bySubject[next[subjectOf[document]]++] = document;
            }
        }
    }

    /**
     * @param subjects by their ordinals
     * @param before the view that this one follows; what both share is not read again
     */
    static ShelfView open(DirectoryReader reader, Subject[] subjects, Numbering numbering, @Nullable ShelfView before)
            throws IOException {
        return new ShelfView(reader, subjects, numbering, before == null ? Map.of() : before.segments);
    }

    private void take(LeafReaderContext leaf, Columns columns) {
        int size = leaf.reader().maxDoc();
        System.arraycopy(columns.subjectOf, 0, subjectOf, leaf.docBase, size);
        System.arraycopy(columns.weights, 0, weights, leaf.docBase, size);
        System.arraycopy(columns.years, 0, years, leaf.docBase, size);
        System.arraycopy(columns.words, 0, words, leaf.docBase, size);
        System.arraycopy(columns.concepts, 0, concepts, leaf.docBase, size);
        System.arraycopy(columns.rows, 0, rows, leaf.docBase, size);
        System.arraycopy(columns.standing, 0, standing, leaf.docBase, size);
        System.arraycopy(columns.audiences, 0, audiences, leaf.docBase, size);
        Bits live = leaf.reader().getLiveDocs();
        for (int document = 0; document < size; document++) {
            if (live != null && !live.get(document)) {
                subjectOf[leaf.docBase + document] = GONE;
                continue;
            }
            int audience = columns.audiences[document];
            documents[audience]++;
            totalWords[audience] += columns.words[document];
            totalConcepts[audience] += columns.concepts[document];
        }
    }

    /** The numbers that kept sentences and counts have for words and concepts. */
    Numbering numbering() {
        return numbering;
    }

    DirectoryReader reader() {
        return reader;
    }

    boolean tryAcquire() {
        return reader.tryIncRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents that these audiences may see. */
    int documents(Set<Audience> visible) {
        return visible.stream()
                .mapToInt(audience -> documents[audience.ordinal()])
                .sum();
    }

    /** One more than the greatest document number. */
    int size() {
        return subjectOf.length;
    }

    /** One more than the greatest ordinal of a subject. */
    int subjects() {
        return subjects.length;
    }

    Subject subject(int ordinal) {
        return subjects[ordinal];
    }

    /**
     * The subject's documents that may be seen, in ascending order.
     *
     * @param sees by the ordinals of the audiences
     */
    int[] documentsOf(int subject, boolean[] sees) {
        int[] documents = new int[firstOf[subject + 1] - firstOf[subject]];
        int size = 0;
        for (int i = firstOf[subject]; i < firstOf[subject + 1]; i++) {
            if (sees[audiences[bySubject[i]]]) {
                documents[size++] = bySubject[i];
            }
        }
        return size == documents.length ? documents : Arrays.copyOf(documents, size);
    }

    /** The ordinal of the document's subject. */
    int subjectOf(int document) {
        return subjectOf[document];
    }

    /** How much the document counts, above 0. */
    double weight(int document) {
        return weights[document];
    }

    /** Of a work that grows old; 0 for none. */
    int year(int document) {
        return years[document];
    }

    /** Words in the document, of both languages. */
    int words(int document) {
        return words[document];
    }

    /** Mentions of concepts in the document. */
    int concepts(int document) {
        return concepts[document];
    }

    /** Whether it is about the subject as a whole, rather than one of many works. */
    boolean standing(int document) {
        return standing[document];
    }

    /** Do both come from one row? */
    boolean sameRow(int document, int other) {
        return rows[document] == rows[other];
    }

    /** Mean of {@link #words} over the visible documents, at least 1. */
    double meanWords(Set<Audience> visible) {
        return mean(totalWords, visible);
    }

    /** Mean of {@link #concepts} over the visible documents, at least 1. */
    double meanConcepts(Set<Audience> visible) {
        return mean(totalConcepts, visible);
    }

    private double mean(long[] totals, Set<Audience> visible) {
        long total = visible.stream()
                .mapToLong(audience -> totals[audience.ordinal()])
                .sum();
        return Math.max(1.0, (double) total / Math.max(1, documents(visible)));
    }

    /** A reader of these documents for one ranking, in one thread. */
    ShelfReading read(Set<Audience> visible) {
        return new ShelfReading(this, visible);
    }

    boolean gone(int document) {
        return subjectOf[document] == GONE;
    }

    Head head(int document) {
        try {
            return head(kept(DocumentShelf.HEAD, document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(int document) {
        try {
            return kept(DocumentShelf.TEXT, document).utf8ToString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MarkedSentence> sentences(int document) {
        try {
            return MarkedSentence.read(kept(DocumentShelf.SENTENCES, document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes through the words and concepts of these documents. */
    void counts(int[] documents, EachCount take) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                int end = leaf.docBase + leaf.reader().maxDoc();
                BinaryDocValues values = null;
                for (int document : documents) {
                    if (document >= leaf.docBase && document < end) {
                        if (values == null) {
                            values = Objects.requireNonNull(leaf.reader().getBinaryDocValues(DocumentShelf.COUNTS));
                        }
                        if (!values.advanceExact(document - leaf.docBase)) {
                            throw new IllegalStateException("document " + document + " has no counts");
                        }
                        FormCounts.each(values.binaryValue(), (number, count) -> take.accept(document, number, count));
                        take.end(document);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BytesRef kept(String field, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues values = Objects.requireNonNull(leaf.reader().getBinaryDocValues(field));
        if (!values.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("document " + document + " has no " + field);
        }
        return values.binaryValue();
    }

    /** The term that finds all documents of a subject. */
    static String key(Subject subject) {
        return kindOf(subject) + ":" + subject.uuid();
    }

    private static char kindOf(Subject subject) {
        return switch (subject) {
            case Subject.Researcher researcher -> 'R';
            case Subject.Area area -> 'A';
            case Subject.Interest interest -> 'I';
        };
    }

    static BytesRef head(IndexedDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, document.id());
            out.writeUTF(document.source().kind().name());
            write(out, document.source().row());
            out.writeUTF(document.source().field());
            out.writeUTF(document.source().language().name());
            out.writeByte(document.subProjects().size());
            for (int number : new TreeSet<>(document.subProjects())) {
                out.writeInt(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    private static Head head(BytesRef bytes) throws IOException {
        byte[] content = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            UUID id = readId(in);
            SourceReference.Kind kind = SourceReference.Kind.valueOf(in.readUTF());
            UUID row = readId(in);
            String field = in.readUTF().intern();
            SourceReference source = new SourceReference(kind, row, field, Language.valueOf(in.readUTF()));
            Set<Integer> subProjects = new TreeSet<>();
            for (int left = in.readByte(); left > 0; left--) {
                subProjects.add(in.readInt());
            }
            return new Head(id, source, Set.copyOf(subProjects));
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
