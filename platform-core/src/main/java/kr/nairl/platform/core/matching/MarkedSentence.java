package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A sentence of an indexed text, kept as it was read, so that quoting it needs no second analysis.
 *
 * @param start where it begins in its text, in UTF-16 units
 * @param end after its last character
 * @param marks for each word and each mention its {@linkplain Numbering number}, its start and its end, both counted from
 *     the sentence's start: three numbers each
 */
record MarkedSentence(int start, int end, int[] marks) {

    private static final int EACH = 3;

    /** Takes a word's or a concept's number and where it stands in its sentence. */
    interface Mark {
        void accept(int number, int start, int end);
    }

    void each(Mark take) {
        for (int i = 0; i < marks.length; i += EACH) {
            take.accept(marks[i], marks[i + 1], marks[i + 2]);
        }
    }

    /** Stored form: all numbers as Lucene's variable-length integers, lengths instead of ends. */
    static BytesRef stored(List<TextAnalysis.Sentence> sentences, Numbering numbering) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeVInt(sentences.size());
        for (TextAnalysis.Sentence sentence : sentences) {
            out.writeVInt(sentence.start());
            out.writeVInt(sentence.text().length());
            out.writeVInt(sentence.words().size() + sentence.mentions().size());
            for (TextAnalysis.Word word : sentence.words()) {
                write(out, numbering.of(word.term()), word.start(), word.end());
            }
            for (Glossary.Mention mention : sentence.mentions()) {
                write(out, numbering.of(mention.concept()), mention.start(), mention.end());
            }
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(ByteBuffersDataOutput out, int number, int start, int end) throws IOException {
        out.writeVInt(number);
        out.writeVInt(start);
        out.writeVInt(end - start);
    }

    static List<MarkedSentence> read(BytesRef stored) {
        ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
        int count = in.readVInt();
        List<MarkedSentence> sentences = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int start = in.readVInt();
            int end = start + in.readVInt();
            int[] marks = new int[EACH * in.readVInt()];
            for (int mark = 0; mark < marks.length; mark += EACH) {
                marks[mark] = in.readVInt();
                marks[mark + 1] = in.readVInt();
                marks[mark + 2] = marks[mark + 1] + in.readVInt();
            }
            sentences.add(new MarkedSentence(start, end, marks));
        }
        return sentences;
    }
}
