package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The nouns of Korean and the words of Latin script in a text that no label of the glossary covers, and pairs of them that
 * stand side by side. Words that everybody writes are left out. Safe for use by many threads.
 */
public final class UncoveredWords {

    private static final int SHORTEST_KOREAN = 2;
    private static final int SHORTEST_ENGLISH = 3;

    private final Glossary glossary;
    private final Analyzer korean = new KoreanNouns();
    private final Analyzer english = new EnglishStems();
    private final Set<String> everydayKorean = new HashSet<>();
    private final Set<String> everydayEnglish = new HashSet<>();

    public UncoveredWords(Glossary glossary) {
        this.glossary = glossary;
        everydayKorean.addAll(TextAnalysis.resource("stop-words-ko.txt"));
        everyday("everyday-words-ko.txt").forEach(everydayKorean::add);
        List<String> common = new ArrayList<>(TextAnalysis.resource("stop-words-en.txt"));
        everyday("everyday-words-en.txt").forEach(common::add);
        EnglishAnalyzer.getDefaultStopSet().forEach(word -> common.add(new String((char[]) word)));
        for (String word : common) {
            everydayEnglish.add(word);
            TextAnalysis.collect(english, word, (form, start, end) -> everydayEnglish.add(form));
        }
    }

    /**
     * What makes a word the same wherever it stands.
     *
     * @param first its index form
     * @param second the second word's; empty for a single word
     */
    public record Word(Language language, String first, String second) {

        boolean isPair() {
            return !second.isEmpty();
        }

        List<Word> parts() {
            return List.of(new Word(language, first, ""), new Word(language, second, ""));
        }
    }

    /**
     * Where it stands.
     *
     * @param form how it would be written on its own
     * @param start first character in the sentence
     * @param end after its last character
     */
    public record Place(String sentence, String form, int start, int end) {}

    /** Each word of the text with its first place. */
    public Map<Word, Place> in(String text) {
        Map<Word, Place> found = new LinkedHashMap<>();
        for (Sentences.Place place : Sentences.of(text)) {
            String sentence = text.substring(place.start(), place.end());
            List<Glossary.Mention> mentions = glossary.find(sentence);
            addAll(found, sentence, mentions, Language.KO);
            addAll(found, sentence, mentions, Language.EN);
        }
        return found;
    }

    private record Token(String index, int start, int end) {}

    private void addAll(Map<Word, Place> found, String sentence, List<Glossary.Mention> mentions, Language language) {
        List<Token> tokens = new ArrayList<>();
        if (language == Language.KO) {
            TextAnalysis.collect(korean, sentence, (form, start, end) -> {
                if (TextAnalysis.isHangul(sentence.charAt(start))) {
                    tokens.add(new Token(form, start, end));
                }
            });
        } else {
            TextAnalysis.collect(english, sentence, (form, start, end) -> {
                if (isLatin(sentence.substring(start, end))) {
                    tokens.add(new Token(form, start, end));
                }
            });
        }
        Token before = null;
        for (Token token : tokens) {
            boolean covered = mentions.stream().anyMatch(one -> token.start() < one.end() && one.start() < token.end());
            if (covered || isEveryday(token, sentence, language)) {
                before = null;
                continue;
            }
            found.putIfAbsent(
                    new Word(language, token.index(), ""), place(sentence, token.start(), token.end(), language));
            if (before != null
                    && sentence.substring(before.end(), token.start()).isBlank()) {
                found.putIfAbsent(
                        new Word(language, before.index(), token.index()),
                        place(sentence, before.start(), token.end(), language));
            }
            before = token;
        }
    }

    private boolean isEveryday(Token token, String sentence, Language language) {
        int length = token.end() - token.start();
        if (language == Language.KO) {
            return length < SHORTEST_KOREAN || everydayKorean.contains(token.index());
        }
        String written = sentence.substring(token.start(), token.end());
        boolean acronym = length > 1 && written.chars().allMatch(Character::isUpperCase);
        return (length < SHORTEST_ENGLISH && !acronym)
                || everydayEnglish.contains(token.index())
                || everydayEnglish.contains(written.toLowerCase(Locale.ROOT));
    }

    private static Place place(String sentence, int start, int end, Language language) {
        String written = sentence.substring(start, end).replaceAll("\\s+", " ");
        // One capital begins a sentence or a title; more than one belongs to the word.
        boolean plain = language == Language.KO
                || written.chars().filter(Character::isUpperCase).count() <= written.split(" ").length;
        return new Place(sentence, plain ? written.toLowerCase(Locale.ROOT) : written, start, end);
    }

    private static boolean isLatin(String word) {
        return word.chars().noneMatch(TextAnalysis::isHangul) && word.chars().anyMatch(Character::isLetter);
    }

    private static Stream<String> everyday(String name) {
        return TextAnalysis.resource(name).stream().flatMap(line -> Stream.of(line.split(" ")));
    }

    private static final class KoreanNouns extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokens = new KoreanTokenizer(
                    KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, KoreanTokenizer.DecompoundMode.NONE, false);
            return new TokenStreamComponents(tokens, new Nouns(tokens));
        }
    }

    private static final class Nouns extends FilteringTokenFilter {

        private final PartOfSpeechAttribute speech = addAttribute(PartOfSpeechAttribute.class);

        Nouns(TokenStream input) {
            super(input);
        }

        @Override
        protected boolean accept() {
            return speech.getLeftPOS() == POS.Tag.NNG || speech.getLeftPOS() == POS.Tag.NNP;
        }
    }

    private static final class EnglishStems extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer tokens = new StandardTokenizer();
            return new TokenStreamComponents(
                    tokens, new PorterStemFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokens))));
        }
    }
}
