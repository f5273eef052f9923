package kr.nairl.platform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.ExpertDocument;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** What a need costs as nothing but a BM25 query: Lucene's own, over documents, without people, meaning or reasons. */
final class PlainLucene implements AutoCloseable {

    private static final String KOREAN = "ko";
    private static final String ENGLISH = "en";

    private final Analyzer korean = new KoreanAnalyzer();
    private final Analyzer english = new EnglishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    PlainLucene(Stream<ExpertDocument> documents) {
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(english))) {
                Iterator<ExpertDocument> each = documents.iterator();
                while (each.hasNext()) {
                    String text = each.next().text();
                    Document document = new Document();
                    document.add(new TextField(KOREAN, korean.tokenStream(KOREAN, hangul(text))));
                    document.add(new TextField(ENGLISH, rest(text), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            this.reader = DirectoryReader.open(directory);
            this.searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best documents' numbers, analysing the text included. */
    int[] best(String text, int limit) {
        try {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words(korean, hangul(text))) {
                query.add(new TermQuery(new Term(KOREAN, word)), BooleanClause.Occur.SHOULD);
            }
            for (String word : words(english, rest(text))) {
                query.add(new TermQuery(new Term(ENGLISH, word)), BooleanClause.Occur.SHOULD);
            }
            return Arrays.stream(searcher.search(query.build(), limit).scoreDocs)
                    .mapToInt(found -> found.doc)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hangul(String text) {
        return text.replaceAll("[^가-힣]", " ");
    }

    private static String rest(String text) {
        return text.replaceAll("[가-힣]", " ");
    }

    private static Set<String> words(Analyzer analyzer, String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        }
        return words;
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
