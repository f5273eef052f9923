package kr.nairl.platform.core.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Turns text into sentences with words and concepts, the same way for documents and probes. Each word is analysed by its
 * script, whatever language the text is said to be in: Hangul by Nori, which knows the glossary's Korean labels; Latin
 * script by English rules. One instance belongs to one glossary; safe for use by many threads.
 */
final class TextAnalysis {

    /**
     * A word in its index form.
     *
     * @param start first character in the sentence
     * @param end after its last character
     */
    record Word(Term term, int start, int end) {}

    /** An index form in its language. */
    record Term(Language language, String form) implements Comparable<Term> {
        private static final Comparator<Term> ORDER =
                Comparator.comparing(Term::language).thenComparing(Term::form);

        @Override
        public int compareTo(Term other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A sentence; words and mentions count their positions from its start.
     *
     * @param start where it begins in the text that was read
     */
    record Sentence(int start, String text, List<Word> words, List<Glossary.Mention> mentions) {

        /** Does the word lie within a mention? */
        boolean covered(Word word) {
            return mentions.stream().anyMatch(m -> word.start() < m.end() && m.start() < word.end());
        }
    }

    private static final String FOLDER = "/vocabulary/";
    private static final int WHOLE_WORD_LABEL = 3;

    private final Glossary glossary;
    private final Analyzer korean;
    private final Analyzer english;
    private final Set<String> koreanStopWords;
    private final Set<String> englishStopForms;

    TextAnalysis(Glossary glossary) {
        this.glossary = glossary;
        this.korean = new KoreanAnalysis(userDictionary(glossary));
        this.english = new EnglishAnalysis();
        this.koreanStopWords = Set.copyOf(resource("stop-words-ko.txt"));
        this.englishStopForms = new HashSet<>();
        for (String word : resource("stop-words-en.txt")) {
            collect(english, word, (form, start, end) -> englishStopForms.add(form));
        }
    }

    Glossary glossary() {
        return glossary;
    }

    List<Sentence> sentences(String text) {
        List<Sentence> sentences = new ArrayList<>();
        for (Sentences.Place place : Sentences.of(text)) {
            String sentence = text.substring(place.start(), place.end());
            sentences.add(new Sentence(place.start(), sentence, words(sentence), glossary.find(sentence)));
        }
        return sentences;
    }

    private List<Word> words(String sentence) {
        List<Word> words = new ArrayList<>();
        if (sentence.chars().anyMatch(TextAnalysis::isHangul)) {
            collect(korean, sentence, (form, start, end) -> {
                if (isHangul(form.charAt(0)) && !koreanStopWords.contains(form)) {
                    words.add(new Word(new Term(Language.KO, form), start, end));
                }
            });
        }
        collect(english, latinOnly(sentence), (form, start, end) -> {
            if (form.length() > 1 && !isNumber(form) && !englishStopForms.contains(form)) {
                words.add(new Word(new Term(Language.EN, form), start, end));
            }
        });
        return words;
    }

    static boolean isHangul(int c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }

    private static boolean isNumber(String form) {
        return form.chars().allMatch(Character::isDigit);
    }

    /** The text with everything but letters and digits of other scripts than Hangul blanked out, at its old positions. */
    private static String latinOnly(String sentence) {
        char[] chars = sentence.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            boolean apostrophe = chars[i] == '\'' || chars[i] == '’';
            if (!apostrophe && (isHangul(chars[i]) || !Character.isLetterOrDigit(chars[i]))) {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }

    /** Takes an index form with its place in the text. */
    interface Sink {
        void accept(String form, int start, int end);
    }

    /** Every word that the analyzer makes of the text. */
    static void collect(Analyzer analyzer, String text, Sink sink) {
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute form = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                sink.accept(form.toString(), place.startOffset(), place.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file of the vocabulary but empty ones and comments. */
    static List<String> resource(String name) {
        try (InputStream bytes =
                        Objects.requireNonNull(TextAnalysis.class.getResourceAsStream(FOLDER + name), FOLDER + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels long enough not to sit in other words; those written apart tell Nori the parts of the joined form. */
    private static UserDictionary userDictionary(Glossary glossary) {
        Map<String, String> entries = new TreeMap<>();
        for (String line : resource("korean-words.txt")) {
            entries.put(line.split(" ")[0], line);
        }
        for (Glossary.Entry entry : glossary.entries()) {
            Stream.concat(Stream.ofNullable(entry.ko()), entry.otherKo().stream())
                    .filter(label -> label.chars().allMatch(c -> isHangul(c) || c == ' '))
                    .forEach(label -> {
                        String joined = label.replace(" ", "");
                        if (joined.length() >= WHOLE_WORD_LABEL) {
                            String parts = label.contains(" ") ? joined + " " + label : joined;
                            entries.merge(joined, parts, (a, b) -> a.contains(" ") ? a : b);
                        }
                    });
        }
        try {
            return Objects.requireNonNull(UserDictionary.open(new StringReader(String.join("\n", entries.values()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class KoreanAnalysis extends Analyzer {

        private static final Set<POS.Tag> LEFT_OUT = leftOut();
        private final UserDictionary dictionary;

        KoreanAnalysis(UserDictionary dictionary) {
            this.dictionary = dictionary;
        }

        private static Set<POS.Tag> leftOut() {
            Set<POS.Tag> tags = new HashSet<>(KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS);
            tags.addAll(
                    Set.of(POS.Tag.NNB, POS.Tag.NNBC, POS.Tag.NP, POS.Tag.NR, POS.Tag.VCP, POS.Tag.VCN, POS.Tag.VX));
            return tags;
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokens = new KoreanTokenizer(
                    KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                    dictionary,
                    KoreanTokenizer.DecompoundMode.MIXED,
                    false);
            TokenStream kept = new KoreanPartOfSpeechStopFilter(new TellingSyllables(tokens), LEFT_OUT);
            return new TokenStreamComponents(tokens, new LowerCaseFilter(new KoreanReadingFormFilter(kept)));
        }
    }

    /**
     * Leaves out words of one syllable, for most are pieces of longer ones that Nori cut wrongly, or say little ('one',
     * 'not'). Verbs stay, and nouns that begin a written word.
     */
    private static final class TellingSyllables extends FilteringTokenFilter {

        private static final Set<POS.Tag> VERBS = Set.of(POS.Tag.VV, POS.Tag.VA);

        private final CharTermAttribute form = addAttribute(CharTermAttribute.class);
        private final PartOfSpeechAttribute speech = addAttribute(PartOfSpeechAttribute.class);
        private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
        private int end = -1;

        TellingSyllables(TokenStream input) {
            super(input);
        }

        @Override
        protected boolean accept() {
            boolean begins = place.startOffset() > end;
            end = Math.max(end, place.endOffset());
            POS.Tag tag = speech.getLeftPOS();
            return form.length() > 1 || VERBS.contains(tag) || (begins && tag == POS.Tag.NNG);
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            end = -1;
        }
    }

    private static final class EnglishAnalysis extends Analyzer {

        private static final CharArraySet STOP_WORDS = EnglishAnalyzer.getDefaultStopSet();

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokens = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokens));
            words = new StopFilter(new ASCIIFoldingFilter(words), STOP_WORDS);
            return new TokenStreamComponents(tokens, new PorterStemFilter(new AmericanSpelling(words)));
        }
    }

    /** Writes -isation, -ise and their kin with z, so that both spellings meet. */
    private static final class AmericanSpelling extends TokenFilter {

        private final CharTermAttribute form = addAttribute(CharTermAttribute.class);

        AmericanSpelling(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            char[] letters = form.buffer();
            for (int i = form.length() - 4; i >= 2; i--) {
                boolean ending = letters[i] == 'i'
                        && letters[i + 1] == 's'
                        && (letters[i + 2] == 'a' || letters[i + 2] == 'i')
                        && (letters[i + 3] == 't' || letters[i + 3] == 'n');
                if (ending && form.length() > 7) {
                    letters[i + 1] = 'z';
                    break;
                }
            }
            int last = form.length() - 1;
            boolean past = last > 6 && letters[last] == 'd';
            int e = past ? last - 1 : last;
            if (e > 6 && letters[e] == 'e' && letters[e - 1] == 's' && letters[e - 2] == 'i') {
                letters[e - 1] = 'z';
            }
            return true;
        }
    }
}
