package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.jspecify.annotations.Nullable;

/**
 * A document that was read, as bytes that mean the same on every node: what scoring needs, and apart from it what quoting
 * needs besides. Numbers are Lucene's variable-length integers.
 */
final class StoredEntry {

    /** Changes with every change of the bytes. */
    static final int FORMAT = 2;

    private interface Write<T> {
        void accept(DataOutput out, T thing) throws IOException;
    }

    private interface Read<T> {
        T from(DataInput in) throws IOException;
    }

    private StoredEntry() {}

    /** Tells one content of a document from another: 64 bits of a hash over all that it holds. */
    static long digest(IndexedDocument document) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(written(out -> writeHead(out, document)));
            sha.update(document.text().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but text and sentences. */
    static byte[] scored(DocumentShelf.Entry entry) {
        return written(out -> {
            writeHead(out, entry.document());
            writeAll(out, entry.reading().words().entrySet(), (to, words) -> {
                to.writeByte((byte) words.getKey().ordinal());
                writeAll(to, counted(words.getValue()).entrySet(), (each, form) -> {
                    each.writeString(form.getKey());
                    each.writeVInt(form.getValue());
                });
            });
            writeAll(out, entry.reading().mentions().entrySet(), (to, mention) -> {
                write(to, mention.getKey().value());
                to.writeVInt(mention.getValue());
            });
            byte[] place = entry.place();
            out.writeVInt(place.length);
            out.writeBytes(place, place.length);
        });
    }

    private static Map<String, Integer> counted(List<String> forms) {
        Map<String, Integer> counts = new TreeMap<>();
        forms.forEach(form -> counts.merge(form, 1, Integer::sum));
        return counts;
    }

    /** Text and sentences. */
    static byte[] quoted(DocumentShelf.Entry entry) {
        return written(out -> {
            out.writeString(entry.document().text());
            Map<TextAnalysis.Term, Integer> terms = new LinkedHashMap<>();
            entry.sentences()
                    .forEach(
                            sentence -> sentence.words().forEach(word -> terms.putIfAbsent(word.term(), terms.size())));
            writeAll(out, terms.keySet(), (to, term) -> {
                to.writeByte((byte) term.language().ordinal());
                to.writeString(term.form());
            });
            writeAll(out, entry.sentences(), (to, sentence) -> {
                to.writeVInt(sentence.start());
                to.writeVInt(sentence.text().length());
                writeAll(to, sentence.words(), (each, word) -> {
                    each.writeVInt(Objects.requireNonNull(terms.get(word.term())));
                    each.writeVInt(word.start());
                    each.writeVInt(word.end() - word.start());
                });
                writeAll(to, sentence.mentions(), (each, mention) -> {
                    write(each, mention.concept().value());
                    each.writeVInt(mention.start());
                    each.writeVInt(mention.end() - mention.start());
                });
            });
        });
    }

    /**
     * The document again.
     *
     * @param quoted absent where nothing will be quoted: text and sentences are empty then
     */
    static DocumentShelf.Entry read(byte[] scored, byte @Nullable [] quoted) {
        try {
            ByteArrayDataInput in = new ByteArrayDataInput(scored);
            String text = "";
            List<TextAnalysis.Sentence> sentences = List.of();
            if (quoted != null) {
                ByteArrayDataInput rest = new ByteArrayDataInput(quoted);
                text = rest.readString();
                sentences = readSentences(rest, text);
            }
            IndexedDocument document = readHead(in, text);
            TextReading reading = TextReading.empty();
            for (int languages = in.readVInt(); languages > 0; languages--) {
                Language language = Language.values()[in.readByte()];
                List<String> forms = new ArrayList<>();
                for (int left = in.readVInt(); left > 0; left--) {
                    String form = in.readString();
                    for (int count = in.readVInt(); count > 0; count--) {
                        forms.add(form);
                    }
                }
                reading.words().put(language, forms);
            }
            for (int left = in.readVInt(); left > 0; left--) {
                reading.mentions().put(new ConceptId(readId(in)), in.readVInt());
            }
            byte[] place = new byte[in.readVInt()];
            in.readBytes(place, 0, place.length);
            return new DocumentShelf.Entry(document, sentences, reading, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TextAnalysis.Sentence> readSentences(DataInput in, String text) throws IOException {
        List<TextAnalysis.Term> terms =
                readAll(in, from -> new TextAnalysis.Term(Language.values()[from.readByte()], from.readString()));
        return readAll(in, from -> {
            int start = from.readVInt();
            String sentence = text.substring(start, start + from.readVInt());
            List<TextAnalysis.Word> words = readAll(from, each -> {
                TextAnalysis.Term term = terms.get(each.readVInt());
                int at = each.readVInt();
                return new TextAnalysis.Word(term, at, at + each.readVInt());
            });
            List<Glossary.Mention> mentions = readAll(from, each -> {
                ConceptId concept = new ConceptId(readId(each));
                int at = each.readVInt();
                return new Glossary.Mention(at, at + each.readVInt(), concept);
            });
            return new TextAnalysis.Sentence(start, sentence, words, mentions);
        });
    }

    private static void writeHead(DataOutput out, IndexedDocument document) throws IOException {
        write(out, document.id());
        out.writeString(ShelfView.key(document.subject()));
        out.writeString(document.source().kind().name());
        write(out, document.source().row());
        out.writeString(document.source().field());
        out.writeByte((byte) document.source().language().ordinal());
        out.writeByte((byte) document.audience().ordinal());
        writeAll(
                out,
                sorted(document.topics(), Comparator.comparing(ConceptId::value)),
                (to, topic) -> write(to, topic.value()));
        writeAll(out, sorted(document.subProjects(), Comparator.naturalOrder()), DataOutput::writeVInt);
        out.writeLong(Double.doubleToLongBits(document.weight()));
        out.writeByte((byte) (document.standing() ? 1 : 0));
        out.writeVInt(document.year());
    }

    private static IndexedDocument readHead(DataInput in, String text) throws IOException {
        UUID id = readId(in);
        Subject subject = subject(in.readString());
        SourceReference source = new SourceReference(
                SourceReference.Kind.valueOf(in.readString()),
                readId(in),
                in.readString(),
                Language.values()[in.readByte()]);
        Audience audience = Audience.values()[in.readByte()];
        List<ConceptId> topics = readAll(in, from -> new ConceptId(readId(from)));
        List<Integer> subProjects = readAll(in, DataInput::readVInt);
        double weight = Double.longBitsToDouble(in.readLong());
        return new IndexedDocument(
                id,
                subject,
                source,
                text,
                audience,
                Set.copyOf(topics),
                Set.copyOf(subProjects),
                weight,
                in.readByte() != 0,
                in.readVInt());
    }

    /** The subject of a {@linkplain ShelfView#key key}. */
    private static Subject subject(String key) {
        UUID id = UUID.fromString(key.substring(2));
        return switch (key.charAt(0)) {
            case 'R' -> new Subject.Researcher(new ResearcherId(id));
            case 'A' -> new Subject.Area(new ResearchAreaId(id));
            case 'I' -> new Subject.Interest(new InterestId(id));
            default -> throw new IllegalArgumentException("no subject: " + key);
        };
    }

    private static <T> List<T> sorted(Collection<T> things, Comparator<T> order) {
        return things.stream().sorted(order).toList();
    }

    private static <T> void writeAll(DataOutput out, Collection<T> things, Write<T> write) throws IOException {
        out.writeVInt(things.size());
        for (T thing : things) {
            write.accept(out, thing);
        }
    }

    private static <T> List<T> readAll(DataInput in, Read<T> read) throws IOException {
        int size = in.readVInt();
        List<T> things = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            things.add(read.from(in));
        }
        return things;
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        try {
            ByteBuffersDataOutput out = new ByteBuffersDataOutput();
            writing.to(out);
            return out.toArrayCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutput out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readId(DataInput in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
