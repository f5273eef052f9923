package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kr.nairl.platform.core.shared.Audience;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads a view for one ranking, only what these audiences may see. For one thread, while the view is held. */
final class ShelfReading implements Statistics {

    /** In segments with deleted documents a form that stands in more than these is not counted but estimated. */
    private static final int MOST_COUNTED = 10_000;

    private final ShelfView view;
    private final Set<Audience> visible;

    /** The same by the audiences' ordinals. */
    private final boolean[] sees = new boolean[Audience.values().length];

    private final Map<String, @Nullable TermsEnum> dictionaries = new HashMap<>();
    private final Map<String, Form> forms = new HashMap<>();
    private @Nullable PostingsEnum reused;
    private float[] zeros = {};
    private List<Steps.Target> placed = List.of();

    /** For each document its cosine to the nearest of {@link #placed}, and 2; 0 for not looked up. */
    private float[] cosines = {};

    ShelfReading(ShelfView view, Set<Audience> visible) {
        this.view = view;
        this.visible = visible;
        visible.forEach(audience -> sees[audience.ordinal()] = true);
    }

    ShelfView view() {
        return view;
    }

    /** The subject's visible documents, in ascending order. */
    int[] documentsOf(int subject) {
        return view.documentsOf(subject, sees);
    }

    /** The visible documents of these subjects, in ascending order. */
    int[] documentsOf(int[] subjects) {
        int[] all = new int[64];
        int size = 0;
        for (int subject : subjects) {
            int[] some = documentsOf(subject);
            if (size + some.length > all.length) {
                all = Arrays.copyOf(all, 2 * (size + some.length));
            }
            System.arraycopy(some, 0, all, size, some.length);
            size += some.length;
        }
        all = Arrays.copyOf(all, size);
        Arrays.sort(all);
        return all;
    }

    /** A zero for each document of the view, to be left as zeros. */
    float[] zeros() {
        if (zeros.length == 0) {
            zeros = new float[view.size()];
        }
        return zeros;
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

        private PostingsEnum postings(Place place) throws IOException {
            place.dictionary.seekExact(form, place.state);
            PostingsEnum postings = place.dictionary.postings(reused, PostingsEnum.FREQS);
            reused = postings;
            return postings;
        }
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

    @Override
    public int documents() {
        return view.documents(visible);
    }

    @Override
    public double meanWords() {
        return view.meanWords(visible);
    }

    @Override
    public double meanConcepts() {
        return view.meanConcepts(visible);
    }

    @Override
    public int holding(String kind, String form) {
        return form(kind, form).holding();
    }

    /** @param kind a language's name, or {@link DocumentShelf#CONCEPT} */
    Form form(String kind, String form) {
        return forms.computeIfAbsent(kind + form, any -> new Form(kind, form));
    }

    /** Every visible document that has a place, with its cosine to the nearest of these places. */
    void cosines(List<byte[]> places, ShelfView.Near near) {
        cosines(places, null, near);
    }

    /** @param chosen the same for these of the visible documents, in ascending order */
    void cosinesAmong(int[] chosen, List<byte[]> places, ShelfView.Near near) {
        cosines(places, chosen, near);
    }

    private void cosines(List<byte[]> places, int @Nullable [] chosen, ShelfView.Near near) {
        if (!same(places, placed)) {
            placed = places.stream().map(Steps.Target::new).toList();
            cosines = new float[view.size()];
        }
        try {
            for (LeafReaderContext leaf : view.reader().leaves()) {
                for (Audience audience : visible) {
                    ByteVectorValues values =
                            leaf.reader().getByteVectorValues(DocumentShelf.field(DocumentShelf.MEANING, audience));
                    if (values == null) {
                        continue;
                    }
                    if (chosen == null) {
                        cosines(leaf.docBase, values, near);
                    } else {
                        cosines(leaf, values, chosen, near);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cosines(int base, ByteVectorValues values, ShelfView.Near near) throws IOException {
        KnnVectorValues.DocIndexIterator each = values.iterator();
        for (int next = each.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = each.nextDoc()) {
            if (!view.gone(base + next)) {
                near.accept(base + next, nearest(base + next, values, each.index()));
            }
        }
    }

    private void cosines(LeafReaderContext leaf, ByteVectorValues values, int[] chosen, ShelfView.Near near)
            throws IOException {
        KnnVectorValues.DocIndexIterator each = values.iterator();
        int end = leaf.docBase + leaf.reader().maxDoc();
        for (int document : chosen) {
            int wanted = document - leaf.docBase;
            if (wanted >= 0 && document < end) {
                int reached = each.docID() < wanted ? each.advance(wanted) : each.docID();
                if (reached == wanted) {
                    near.accept(document, nearest(document, values, each.index()));
                }
            }
        }
    }

    private double nearest(int document, ByteVectorValues values, int index) throws IOException {
        if (cosines[document] == 0) {
            byte[] place = values.vectorValue(index);
            double nearest = -1;
            for (Steps.Target target : placed) {
                nearest = Math.max(nearest, target.cosine(place));
            }
            cosines[document] = (float) nearest + 2;
        }
        return cosines[document] - 2;
    }

    /** A ranking looks twice, and the second time mostly at the same documents. */
    private static boolean same(List<byte[]> places, List<Steps.Target> targets) {
        return places.size() == targets.size()
                && IntStream.range(0, places.size())
                        .allMatch(i -> targets.get(i).is(places.get(i)));
    }
}
