package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.shared.Audience;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Reads a view for one ranking, only what these audiences may see. For one thread, while the view is held. */
final class ShelfReading {

    /** In segments with deleted documents a form that stands in more than these is not counted but estimated. */
    private static final int MOST_COUNTED = 10_000;

    /** Going through all documents of a form is cheaper than this much jumping. */
    private static final int STEPS_FOR_A_JUMP = 12;

    private final ShelfView view;
    private final Set<Audience> visible;
    private final Map<String, @Nullable TermsEnum> dictionaries = new HashMap<>();
    private @Nullable PostingsEnum reused;

    ShelfReading(ShelfView view, Set<Audience> visible) {
        this.view = view;
        this.visible = visible;
    }

    /** Some documents. */
    static final class Chosen {
        private final FixedBitSet documents;
        private final int size;

        private Chosen(FixedBitSet documents) {
            this.documents = documents;
            this.size = documents.cardinality();
        }
    }

    /** Where one form stands. */
    final class Form {
        private final BytesRef form;
        private final List<Place> places = new ArrayList<>();
        private int holding;

        private Form(String kind, String form) {
            this.form = new BytesRef(form);
            try {
                for (LeafReaderContext leaf : view.reader().leaves()) {
                    for (Audience audience : visible) {
                        look(leaf, DocumentShelf.field(kind, audience));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private record Place(LeafReaderContext leaf, TermsEnum dictionary, TermState state, int frequency) {}

        private void look(LeafReaderContext leaf, String field) throws IOException {
            TermsEnum dictionary = dictionary(leaf, field);
            if (dictionary == null || !dictionary.seekExact(form)) {
                return;
            }
            Place place = new Place(leaf, dictionary, dictionary.termState(), dictionary.docFreq());
            places.add(place);
            LeafReader segment = leaf.reader();
            if (!segment.hasDeletions()) {
                holding += place.frequency;
            } else if (place.frequency <= MOST_COUNTED) {
                each(place, (document, count) -> holding++);
            } else {
                holding += Math.toIntExact((long) place.frequency * segment.numDocs() / segment.maxDoc());
            }
        }

        /** Documents that hold it. */
        int holding() {
            return holding;
        }

        /** All documents that hold it. */
        void each(ShelfView.Posting take) {
            try {
                for (Place place : places) {
                    each(place, take);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void each(Place place, ShelfView.Posting take) throws IOException {
            PostingsEnum postings = postings(place);
            int base = place.leaf.docBase;
            for (int next = postings.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = postings.nextDoc()) {
                if (!view.gone(base + next)) {
                    take.accept(base + next, postings.freq());
                }
            }
        }

        /** Those of the chosen documents that hold it. */
        void among(Chosen chosen, ShelfView.Posting take) {
            try {
                for (Place place : places) {
                    if (place.frequency <= (long) chosen.size * STEPS_FOR_A_JUMP) {
                        each(place, (document, count) -> {
                            if (chosen.documents.get(document)) {
                                take.accept(document, count);
                            }
                        });
                    } else {
                        jump(place, chosen, take);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void jump(Place place, Chosen chosen, ShelfView.Posting take) throws IOException {
            PostingsEnum postings = postings(place);
            int base = place.leaf.docBase;
            int end = base + place.leaf.reader().maxDoc();
            int reached = -1;
            for (int wanted = next(chosen, base, end); wanted < end; wanted = next(chosen, wanted + 1, end)) {
                if (base + reached < wanted) {
                    reached = postings.advance(wanted - base);
                    if (reached == DocIdSetIterator.NO_MORE_DOCS) {
                        return;
                    }
                }
                if (base + reached == wanted) {
                    take.accept(wanted, postings.freq());
                }
            }
        }

        private PostingsEnum postings(Place place) throws IOException {
            place.dictionary.seekExact(form, place.state);
            PostingsEnum postings = place.dictionary.postings(reused, PostingsEnum.FREQS);
            reused = postings;
            return postings;
        }
    }

    private static int next(Chosen chosen, int from, int end) {
        return from >= end ? end : chosen.documents.nextSetBit(from, end);
    }

    private @Nullable TermsEnum dictionary(LeafReaderContext leaf, String field) throws IOException {
        String key = leaf.ord + field;
        if (dictionaries.containsKey(key)) {
            return dictionaries.get(key);
        }
        Terms terms = leaf.reader().terms(field);
        TermsEnum dictionary = terms == null ? null : terms.iterator();
        dictionaries.put(key, dictionary);
        return dictionary;
    }

    /** @param kind a language's name, or {@link DocumentShelf#CONCEPT} */
    Form form(String kind, String form) {
        return new Form(kind, form);
    }

    /** The visible documents of these subjects. */
    Chosen documentsOf(Iterable<Subject> subjects) {
        FixedBitSet documents = new FixedBitSet(Math.max(1, view.size()));
        try {
            for (LeafReaderContext leaf : view.reader().leaves()) {
                TermsEnum dictionary = dictionary(leaf, DocumentShelf.SUBJECT);
                if (dictionary == null) {
                    continue;
                }
                PostingsEnum postings = null;
                for (Subject subject : subjects) {
                    if (dictionary.seekExact(new BytesRef(ShelfView.key(subject)))) {
                        postings = dictionary.postings(postings, PostingsEnum.NONE);
                        for (int next = postings.nextDoc();
                                next != DocIdSetIterator.NO_MORE_DOCS;
                                next = postings.nextDoc()) {
                            if (!view.gone(leaf.docBase + next)) {
                                documents.set(leaf.docBase + next);
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Chosen(documents);
    }

    /** Every visible document that has a place, with its cosine to the nearest of these places. */
    void cosines(List<float[]> places, ShelfView.Near near) {
        cosines(places, null, near);
    }

    /** The same for the chosen documents. */
    void cosinesAmong(Chosen chosen, List<float[]> places, ShelfView.Near near) {
        cosines(places, chosen, near);
    }

    private void cosines(List<float[]> places, @Nullable Chosen chosen, ShelfView.Near near) {
        try {
            for (LeafReaderContext leaf : view.reader().leaves()) {
                for (Audience audience : visible) {
                    FloatVectorValues values =
                            leaf.reader().getFloatVectorValues(DocumentShelf.field(DocumentShelf.MEANING, audience));
                    if (values != null) {
                        cosines(leaf, values, places, chosen, near);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cosines(
            LeafReaderContext leaf,
            FloatVectorValues values,
            List<float[]> places,
            @Nullable Chosen chosen,
            ShelfView.Near near)
            throws IOException {
        KnnVectorValues.DocIndexIterator each = values.iterator();
        int base = leaf.docBase;
        int end = base + leaf.reader().maxDoc();
        int document = chosen == null ? each.nextDoc() : advance(each, next(chosen, base, end), base, end);
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if (!view.gone(base + document) && (chosen == null || chosen.documents.get(base + document))) {
                float[] place = values.vectorValue(each.index());
                double nearest = -1;
                for (float[] other : places) {
                    nearest = Math.max(nearest, VectorUtil.dotProduct(place, other));
                }
                near.accept(base + document, nearest);
            }
            document =
                    chosen == null ? each.nextDoc() : advance(each, next(chosen, base + document + 1, end), base, end);
        }
    }

    private static int advance(DocIdSetIterator each, int wanted, int base, int end) throws IOException {
        return wanted >= end ? DocIdSetIterator.NO_MORE_DOCS : each.advance(wanted - base);
    }
}
