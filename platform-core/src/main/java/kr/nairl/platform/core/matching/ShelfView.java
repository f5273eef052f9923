package kr.nairl.platform.core.matching;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * A shelf's documents at one moment. Deleted documents are gone from it, statistics included, so what is read does not
 * depend on the way the shelf came to its content. Held by counting: every acquired view is released once.
 */
final class ShelfView {

    /** What is known of a document without reading its text. */
    record Head(
            UUID id,
            Subject subject,
            SourceReference source,
            Audience audience,
            Set<Integer> subProjects,
            double weight,
            boolean standing) {}

    /** Takes a document that holds a form, and how often it does. */
    interface Posting {
        void accept(int document, int count);
    }

    private static final List<String> KINDS = List.of(Language.KO.name(), Language.EN.name(), DocumentShelf.CONCEPT);

    private final DirectoryReader reader;
    private final @Nullable Head[] heads;
    private final int[] subjectOf;
    private final List<Subject> subjects;
    private final int[][] lengths;
    private final List<Map<Audience, Long>> totalLengths = new ArrayList<>();
    private final Map<Audience, Integer> documents = new EnumMap<>(Audience.class);

    private ShelfView(DirectoryReader reader) throws IOException {
        this.reader = reader;
        int size = reader.maxDoc();
        this.heads = new @Nullable Head[size];
        this.subjectOf = new int[size];
        this.subjects = new ArrayList<>();
        this.lengths = new int[KINDS.size()][size];
        KINDS.forEach(kind -> totalLengths.add(new EnumMap<>(Audience.class)));
        Map<Subject, Integer> ordinals = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            readHeads(leaf, ordinals);
            for (int kind = 0; kind < KINDS.size(); kind++) {
                readLengths(leaf, kind);
            }
        }
    }

    static ShelfView open(DirectoryReader reader) throws IOException {
        return new ShelfView(reader);
    }

    private void readHeads(LeafReaderContext leaf, Map<Subject, Integer> ordinals) throws IOException {
        BinaryDocValues values = leaf.reader().getBinaryDocValues(DocumentShelf.HEAD);
        Bits live = leaf.reader().getLiveDocs();
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(values.docID())) {
                int document = leaf.docBase + values.docID();
                Head head = head(values.binaryValue());
                heads[document] = head;
                documents.merge(head.audience(), 1, Integer::sum);
                subjectOf[document] = ordinals.computeIfAbsent(head.subject(), subject -> {
                    subjects.add(subject);
                    return subjects.size() - 1;
                });
            }
        }
    }

    private void readLengths(LeafReaderContext leaf, int kind) throws IOException {
        NumericDocValues values = leaf.reader().getNumericDocValues(DocumentShelf.LENGTH + KINDS.get(kind));
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = leaf.docBase + values.docID();
            Head head = heads[document];
            if (head != null) {
                lengths[kind][document] = (int) values.longValue();
                totalLengths.get(kind).merge(head.audience(), values.longValue(), Long::sum);
            }
        }
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
                .mapToInt(audience -> documents.getOrDefault(audience, 0))
                .sum();
    }

    /** One more than the greatest document number. */
    int size() {
        return heads.length;
    }

    Head head(int document) {
        return Objects.requireNonNull(heads[document]);
    }

    int subjectOf(int document) {
        return subjectOf[document];
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Words of a language, or concepts, in the document. */
    int length(String kind, int document) {
        return lengths[KINDS.indexOf(kind)][document];
    }

    /** Their mean over the visible documents, those without any included. */
    double meanLength(String kind, Set<Audience> visible) {
        long total = 0;
        for (Audience audience : visible) {
            total += totalLengths.get(KINDS.indexOf(kind)).getOrDefault(audience, 0L);
        }
        return Math.max(1.0, (double) total / Math.max(1, documents(visible)));
    }

    /** All visible documents that hold the form. */
    void postings(String kind, String form, Set<Audience> visible, Posting posting) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                LeafReader documentsOfLeaf = leaf.reader();
                for (Audience audience : visible) {
                    Term term = new Term(DocumentShelf.field(kind, audience), form);
                    PostingsEnum postings = documentsOfLeaf.postings(term, PostingsEnum.FREQS);
                    while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        int document = leaf.docBase + postings.docID();
                        if (heads[document] != null) {
                            posting.accept(document, postings.freq());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a document and how near it lies, -1 to 1. */
    interface Near {
        void accept(int document, double cosine);
    }

    /** Every visible document that has a place, with its cosine to the nearest of these places. */
    void cosines(List<float[]> places, Set<Audience> visible, Near near) {
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (Audience audience : visible) {
                    FloatVectorValues values =
                            leaf.reader().getFloatVectorValues(DocumentShelf.field(DocumentShelf.MEANING, audience));
                    if (values == null) {
                        continue;
                    }
                    KnnVectorValues.DocIndexIterator each = values.iterator();
                    while (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                        int document = leaf.docBase + each.docID();
                        if (heads[document] != null) {
                            float[] place = values.vectorValue(each.index());
                            double nearest = -1;
                            for (float[] other : places) {
                                nearest = Math.max(nearest, VectorUtil.dotProduct(place, other));
                            }
                            near.accept(document, nearest);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(int document) {
        try {
            StoredFields stored = reader.storedFields();
            return Objects.requireNonNull(
                    stored.document(document, Set.of(DocumentShelf.TEXT)).get(DocumentShelf.TEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Subject subject(char kind, UUID id) {
        return switch (kind) {
            case 'R' -> new Subject.Researcher(new ResearcherId(id));
            case 'A' -> new Subject.Area(new ResearchAreaId(id));
            case 'I' -> new Subject.Interest(new InterestId(id));
            default -> throw new IllegalStateException("no kind of subject: " + kind);
        };
    }

    static BytesRef head(IndexedDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, document.id());
            out.writeChar(kindOf(document.subject()));
            write(out, document.subject().uuid());
            out.writeUTF(document.source().kind().name());
            write(out, document.source().row());
            out.writeUTF(document.source().field());
            out.writeUTF(document.source().language().name());
            out.writeUTF(document.audience().name());
            out.writeDouble(document.weight());
            out.writeBoolean(document.standing());
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
            Subject subject = subject(in.readChar(), readId(in));
            SourceReference.Kind kind = SourceReference.Kind.valueOf(in.readUTF());
            UUID row = readId(in);
            String field = in.readUTF().intern();
            SourceReference source = new SourceReference(kind, row, field, Language.valueOf(in.readUTF()));
            Audience audience = Audience.valueOf(in.readUTF());
            double weight = in.readDouble();
            boolean standing = in.readBoolean();
            Set<Integer> subProjects = new TreeSet<>();
            for (int left = in.readByte(); left > 0; left--) {
                subProjects.add(in.readInt());
            }
            return new Head(id, subject, source, audience, Set.copyOf(subProjects), weight, standing);
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
