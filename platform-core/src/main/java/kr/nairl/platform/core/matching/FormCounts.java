package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * How often a document has each word and each concept, by their {@linkplain Numbering numbers}: what the inverted index
 * knows, the other way round, so that the few documents which may win are computed without looking into long lists.
 *
 * <p>Stored form: for each number in ascending order its distance from the one before and its count, as Lucene's
 * variable-length integers.
 */
final class FormCounts {

    /** Takes a number and how often it stands there, at least 1. */
    interface Count {
        void accept(int number, int count);
    }

    private FormCounts() {}

    /** @param counts by {@link TextAnalysis.Term} or concept */
    static BytesRef stored(Map<?, Integer> counts, Numbering numbering) throws IOException {
        TreeMap<Integer, Integer> byNumber = new TreeMap<>();
        counts.forEach((thing, count) -> byNumber.put(numbering.of(thing), count));
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        int before = 0;
        for (Map.Entry<Integer, Integer> entry : byNumber.entrySet()) {
            out.writeVInt(entry.getKey() - before);
            out.writeVInt(entry.getValue());
            before = entry.getKey();
        }
        return new BytesRef(out.toArrayCopy());
    }

    static void each(BytesRef stored, Count take) {
        ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
        int number = 0;
        while (!in.eof()) {
            number += in.readVInt();
            take.accept(number, in.readVInt());
        }
    }
}
